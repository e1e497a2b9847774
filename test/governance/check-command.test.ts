import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { jest } from "@jest/globals";

jest.setTimeout(60_000);

const root = join(import.meta.dirname, "..", "..");

/** Runs the command as people do, in the repository's folder. */
function steward(...words: readonly string[]) {
  const env = { ...process.env, NO_COLOR: "", FORCE_COLOR: "", NODE_OPTIONS: "" };
  const run = spawnSync(process.execPath, [join(root, "src", "cli", "main.ts"), ...words], { cwd: root, encoding: "utf8", env });
  return { code: run.status, out: run.stdout, error: run.stderr };
}

describe("steward check on the command line", () => {
  it("looks at governance/ unless told otherwise, prints no colour into a pipe, and ends with 0 where nothing is an error", () => {
    const { code, out, error } = steward("check");

    expect(error).toBe("");
    expect(out).toMatch(/\n?0 errors, \d+ warnings? in \d+ files \(\d+ ms\)\n$/);
    expect(out).not.toContain("\u001b");
    expect(code).toBe(0);
  });

  it("prints only JSON with --json", () => {
    const { code, out, error } = steward("check", "governance", "--json");

    expect(error).toBe("");
    for (const problem of JSON.parse(out)) {
      expect(Object.keys(problem)).toEqual(["file", "line", "column", "severity", "code", "message", "fix"]);
      expect(problem.file).toMatch(/^governance\//);
    }
    expect(code).toBe(0);
  });

  it.each([
    ["a folder that is not there", ["check", "no-such-folder"], /^There is no folder no-such-folder\./],
    ["an unknown option", ["check", "--jsn"], /^error: unknown option '--jsn'/],
    ["a second folder", ["check", "governance", "docs"], /^error: too many arguments/],
  ])("ends with 2 and a plain sentence for %s", (_, words, sentence) => {
    const { code, out, error } = steward(...words);

    expect(code).toBe(2);
    expect(out).toBe("");
    expect(error).toMatch(sentence);
    expect(error).not.toMatch(/^\s+at /m);
  });

  it("explains itself", () => {
    const { code, out } = steward("check", "--help");

    expect(code).toBe(0);
    expect(out).toContain("Exit code: 0 without errors, 1 with errors, 2 when used wrongly.");
  });
});

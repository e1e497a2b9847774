import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Constitution, smallConstitution, someDay } from "../../../test/support/constitution.ts";
import { runCheck } from "./run-check.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "steward-check-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(constitution: Constitution): Promise<void> {
  for (const { path, text } of constitution.files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function check(options: { folder?: string; json?: boolean; colored?: boolean } = {}) {
  let [out, error, clock] = ["", "", 0];
  const code = await runCheck(
    { folder: options.folder ?? folder, json: options.json ?? false },
    {
      writeOut: (text) => {
        out += text;
      },
      writeError: (text) => {
        error += text;
      },
      colored: options.colored ?? false,
      today: someDay,
      elapsed: () => {
        clock += 41;
        return clock;
      },
    },
  );
  return { code, out, error };
}

describe("steward check", () => {
  it("ends with 0 and one line when nothing is wrong", async () => {
    await write(smallConstitution());

    expect(await check()).toEqual({ code: 0, out: "0 errors, 0 warnings in 8 files (41 ms)\n", error: "" });
  });

  it("ends with 0 when there are only warnings, and shows each with its line, a caret and the fix", async () => {
    await write(
      smallConstitution().edit("groups/forecasts-wg.yml", "  - { person: ravi }", "  - person: ravi # 雨\n    until: 2026-12-03"),
    );

    const { code, out } = await check();

    expect(code).toBe(0);
    expect(out).toBe(
      [
        `${folder}/groups/forecasts-wg.yml:13:12  warning  term-ends-soon`,
        "   12 |   - person: ravi # 雨",
        "   13 |     until: 2026-12-03",
        "      |            ^^^^^^^^^^ the term of `ravi` ends on 2026-12-03, in 10 days",
        "   fix: enter the new term, or name a successor",
        "",
        "0 errors, 1 warning in 8 files (41 ms)",
        "",
      ].join("\n"),
    );
  });

  it("ends with 1 when there is an error", async () => {
    await write(smallConstitution().edit("groups/forecasts-wg.yml", "person: ravi", "person: rawi"));

    const { code, out } = await check();

    expect(code).toBe(1);
    expect(out).toContain("no person with the login `rawi` in people.yml; did you mean `ravi`?");
    expect(out).toContain("1 error, 0 warnings in 8 files");
  });

  it("shows what has no line in any file without one", async () => {
    await write(smallConstitution());
    await rm(join(folder, "ladder.yml"));

    const { code, out } = await check();

    expect(code).toBe(1);
    expect(out).toContain(`${folder}/ladder.yml:1:1  error  missing-file\n   ladder.yml is missing`);
  });

  it("prints an array of problems and nothing else with --json", async () => {
    await write(smallConstitution().edit("groups/forecasts-wg.yml", "person: ravi", "person: rawi"));

    const { code, out } = await check({ json: true, folder: `${folder}/` });

    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      {
        file: `${folder}/groups/forecasts-wg.yml`,
        line: 12,
        column: 15,
        severity: "error",
        code: "unknown-person",
        message: "no person with the login `rawi` in people.yml; did you mean `ravi`?",
        fix: "write `ravi`, or add a person with the account `rawi` to people.yml",
      },
    ]);
  });

  it("prints an empty array with --json when nothing is wrong", async () => {
    await write(smallConstitution());

    expect((await check({ json: true })).out).toBe("[]\n");
  });

  it("ends with 2 and a plain sentence when there is no such folder, or it is none", async () => {
    await write(smallConstitution());

    expect(await check({ folder: join(folder, "nowhere") })).toMatchObject({
      code: 2,
      out: "",
      error: expect.stringMatching(/^There is no folder /),
    });
    expect(await check({ folder: join(folder, "people.yml") })).toMatchObject({
      code: 2,
      out: "",
      error: expect.stringMatching(/is not a folder/),
    });
  });

  it("does not follow a link out of the folder", async () => {
    await write(smallConstitution());
    await symlink("/etc/hostname", join(folder, "groups", "stray-wg.yml"));

    const { code, out } = await check({ json: true });

    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { code: "unreadable-file", file: `${folder}/groups/stray-wg.yml`, message: expect.stringContaining("link") },
    ]);
  });

  it("follows a link inside the folder", async () => {
    await write(smallConstitution());
    await mkdir(join(folder, "parts"));
    await writeFile(join(folder, "parts", "readings.yml"), smallConstitution().text("groups/readings-ig.yml"));
    await rm(join(folder, "groups", "readings-ig.yml"));
    await symlink("../parts/readings.yml", join(folder, "groups", "readings-ig.yml"));

    expect((await check()).code).toBe(0);
  });

  it("does not read what is no regular file", async () => {
    await write(smallConstitution());
    await mkdir(join(folder, "groups", "odd-wg.yml"));

    const { code, out } = await check({ json: true });

    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ code: "unreadable-file", message: "not a regular file" }]);
  });

  it("lets nothing from a file reach the terminal but printable text", async () => {
    await write(smallConstitution().edit("groups/forecasts-wg.yml", "name: Forecasts", 'nam\u001b[2J: "\u202eForecasts\u0007"'));

    const { out } = await check();

    expect(out).toMatch(/^(?:\n|[^\p{Cc}\p{Cf}])*$/u);
  });

  it("colours only when asked to", async () => {
    await write(smallConstitution());

    expect((await check({ colored: true })).out).toContain("\u001b[32m");
    expect((await check()).out).not.toContain("\u001b");
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { compareTexts, digestText, type NormativeText, parseProposal, readNormativeText } from "../../src/proposals/index.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { sampleProposal } from "./sample-proposal.ts";

const file = "seps/1-x.md";
const read = (text: string): NormativeText => readNormativeText(parseProposal(text, file), text);
const digest = (text: string) => digestText({ document: parseProposal(text, file), text, schemas: [] }).whole;

/** Each paragraph that is plain prose on one line, with every word on a line of its own. */
function wrapAnew(text: string): string {
  let isListing = false;
  return text
    .split("\n")
    .map((line, index, lines) => {
      if (/^\s*(?:```|~~~)/.test(line)) isListing = !isListing;
      const isAlone = (lines[index - 1] ?? "").trim() === "" && (lines[index + 1] ?? "").trim() === "";
      const isProse = isAlone && /^[A-Z][a-z]+ /.test(line) && !/[`|<>[\]\\]|\s[-+*#=\d]/.test(line);
      return isProse && !isListing ? line.replaceAll(" ", "\n") : line;
    })
    .join("\n");
}

const folder = new URL("../../../shared/mcp/seps/", import.meta.url);
const files = existsSync(folder)
  ? readdirSync(folder).map((name): [string, string] => [name, readFileSync(new URL(name, folder), "utf8")])
  : [];

if (files.length === 0) test.skip("the real proposals are skipped: ../shared/mcp is absent", () => {});
else {
  describe("the real proposals", () => {
    test.each(files)("%s is told apart, and keeps its digest when it is wrapped anew or its Status changes", (_, text) => {
      const { doubt, passages } = read(text);
      const editorial = wrapAnew(text).replace(/^(-?\s*\*\*Status:?\*\*:?).*$/m, "$1 Superseded");

      expect(doubt).toBeNull();
      expect(passages.length).toBeGreaterThan(5);
      expect(editorial).not.toBe(text);
      expect(digest(editorial)).toBe(digest(text));
      expect(digest(text.replaceAll("\n", "\r\n"))).toBe(digest(text));
    });

    test.each(files)("%s has another digest as soon as a normative section says something else", (_, text) => {
      const lines = text.split("\n");
      const normative = ["specification", "backward-compatibility", "security-implications"];
      const passages = read(text).passages.filter(({ section }) => normative.includes(section ?? ""));
      for (let index = 0; index < passages.length; index += Math.ceil(passages.length / 5)) {
        const line = passages[index]?.line ?? 1;
        const at = lines.slice(line - 1).findIndex((each) => /[a-z]{4}/.test(each)) + line - 1;
        const changed = lines.with(at, (lines[at] ?? "").replace(/([a-z]{3})[a-z]/, "$1\u017f"));
        const { kind } = compareTexts(read(text), read(changed.join("\n")));

        expect([line, kind]).toEqual([line, "normative"]);
      }
    });

    test("no two have the same digest", () => {
      expect(new Set(files.map(([, text]) => digest(text))).size).toBe(files.length);
    });
  });
}

describe("hostile texts are digested and compared in bounded time", () => {
  /** Milliseconds of processor time, several times what the slowest takes. */
  const patience = 6_000;
  const cpuTime = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };

  test.each(Object.entries(hostileTexts(60_000)))("%s", (_, hostile) => {
    const before = `${sampleProposal()}\n\n## Specification\n\n${hostile}`;
    const after = `${sampleProposal()}\n\n## Specification\n\nServers MUST answer.\n\n${hostile}x`;
    const start = cpuTime();
    const change = compareTexts(read(before), read(after));

    expect(cpuTime() - start).toBeLessThan(patience);
    expect(change.kind).toBe("normative");
    expect(change.passages.length).toBeLessThanOrEqual(20);
  });
});

import fc from "fast-check";
import { parseProposal } from "../parse-proposal.ts";
import { compareTexts } from "./compare-texts.ts";
import { diffLines } from "./diff-lines.ts";
import { readNormativeText } from "./read-normative-text.ts";

const read = (specification: string) => {
  const text = `# SEP-12: Notes\n\n- **Type**: Standards Track\n\n## Specification\n\n${specification}\n`;
  return readNormativeText(parseProposal(text, "seps/12-notes.md", { prefix: "SEP" }), text);
};
const diff = (before: string, after: string) => diffLines(compareTexts(read(before), read(after)));

describe("the lines of a text's change", () => {
  it("show what stood in a place and what stands there now", () => {
    expect(diff("A server MAY set it. It is short.", "A server MUST set it. It is short.")).toEqual([
      "@@ Specification, line 7",
      "- A server MAY set it.",
      "+ A server MUST set it.",
    ]);
  });

  it("show what is new and what is gone each alone", () => {
    expect(diff("It is short.", "It is short. It MUST be text.")).toEqual(["@@ Specification, line 7", "+ It MUST be text."]);
    expect(diff("It is short. It MUST be text.", "It is short.")).toEqual(["@@ Specification, line 7", "- It MUST be text."]);
  });

  it("hold code of several lines in one", () => {
    expect(diff("```json\n{}\n```", '```json\n{\n  "a": 1\n}\n```').every((line) => !line.includes("\n"))).toBe(true);
  });

  it("are none where nothing normative changed", () => {
    expect(diff("It is  short.", "It is short.")).toEqual([]);
  });

  it("are ten at most, and count every passage that is left out", () => {
    const sentences = fc.array(fc.stringMatching(/^[A-Z][a-z]{3,9} MUST [a-z]{3,9}\.$/), { maxLength: 40 });
    fc.assert(
      fc.property(sentences, sentences, (before, after) => {
        const change = compareTexts(read(before.join(" ")), read(after.join(" ")));
        const lines = diffLines(change);
        const shown = lines.filter((line) => line.startsWith("@@")).length;
        const left = Number(/^… and (\d+) more/.exec(lines.at(-1) ?? "")?.[1] ?? 0);

        expect(lines.length).toBeLessThanOrEqual(10);
        expect(shown + left).toBe(change.passages.length + change.more);
      }),
      { seed: 20261125, numRuns: 200 },
    );
  });
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseProposal } from "../parse-proposal.ts";
import { compareTexts } from "./compare-texts.ts";
import { digestNormativeText } from "./digest-text.ts";
import { readNormativeText } from "./read-normative-text.ts";

const read = (specification: string, title = "Frames", rationale = "So it is.") => {
  const text = `# SEP-1: ${title}\n\n- **Type**: Process\n\n## Specification\n\n${specification}\n\n## Rationale\n\n${rationale}\n`;
  return readNormativeText(parseProposal(text, "seps/1-x.md"), text);
};

describe("what changed between two texts", () => {
  test("nothing", () => {
    expect(compareTexts(read("a"), read("a"))).toEqual({ kind: "same", passages: [], more: 0 });
  });

  test("only what is editorial", () => {
    expect(compareTexts(read("a"), read("*a*", "Frames", "Other words."))).toEqual({ kind: "editorial", passages: [], more: 0 });
  });

  test("a sentence reworded, one added, one removed, each where it stands", () => {
    const before = "Servers must answer in time.\n\n### Clients\n\nThey may wait. They go.";
    const after = "Servers should answer in time. Peers listen.\n\n### Clients\n\nThey may wait.";

    expect(compareTexts(read(before), read(after))).toEqual({
      kind: "normative",
      passages: [
        {
          kind: "changed",
          heading: "Specification",
          line: 7,
          before: "Servers must answer in time.",
          after: "Servers should answer in time.",
        },
        { kind: "added", heading: "Specification", line: 7, before: null, after: "Peers listen." },
        { kind: "removed", heading: "Clients", line: 11, before: "They go.", after: null },
      ],
      more: 0,
    });
  });

  test("the title", () => {
    expect(compareTexts(read("a"), read("a", "Frame")).passages).toEqual([
      { kind: "changed", heading: "Title", line: 1, before: "Frames", after: "Frame" },
    ]);
  });

  test("a statement that moved under an editorial heading", () => {
    expect(compareTexts(read("Servers MUST answer."), read("x", "Frames", "Servers MUST answer.")).kind).toBe("normative");
  });

  test("a long passage is cut so that its first difference shows", () => {
    const [change] = compareTexts(read(`${"a ".repeat(400)}must`), read(`${"a ".repeat(400)}may`)).passages;

    expect(change?.before).toBe(`…${"a ".repeat(29)}a must`.replace(/^…a/, "…"));
    expect(change?.after?.endsWith("may")).toBe(true);
  });

  test("no text is longer than 200 characters, and no character is cut in two", () => {
    const [change] = compareTexts(read("x"), read("😀".repeat(300))).passages;

    expect(change?.after?.length).toBeLessThanOrEqual(200);
    expect(change?.after?.isWellFormed()).toBe(true);
  });

  test("of many changes twenty are shown and the rest counted", () => {
    const rows = (prefix: string) => Array.from({ length: 30 }, (_, index) => `- ${prefix} ${index}`).join("\n");
    const change = compareTexts(read(rows("a")), read(rows("b")));

    expect(change.passages).toHaveLength(20);
    expect(change.more).toBe(10);
  });

  test("a text turned around is compared in no time", () => {
    const rows = Array.from({ length: 15_000 }, (_, index) => `- row ${index}`);
    const [before, after] = [read(rows.join("\n")), read(rows.toReversed().join("\n"))];
    const start = performance.now();
    const change = compareTexts(before, after);

    expect(performance.now() - start).toBeLessThan(1_000);
    expect(change.kind).toBe("normative");
    expect(change.passages.length).toBeGreaterThan(0);
  });

  test("two texts differ exactly when their digests do", () => {
    const block = fc.constantFrom("Servers answer.", "*Servers* answer.", "- a", "```\na\n```", "### Part", "a <!-- b -->", "a");
    const text = fc.array(block, { maxLength: 5 }).map((blocks) => read(blocks.join("\n\n")));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const isSame = digestNormativeText(before, []).proposal === digestNormativeText(after, []).proposal;

        expect(compareTexts(before, after).kind !== "normative").toBe(isSame);
      }),
      { seed: 20_260_822, numRuns: 300 },
    );
  });
});

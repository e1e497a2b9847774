import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseProposal } from "../parse-proposal.ts";
import { digestText } from "./digest-text.ts";
import { matchesDigest, shortDigest } from "./short-digest.ts";

const seed = 20_260_822;
const digests = (text: string, schemas: readonly { path: string; text: string | null }[] = []) =>
  digestText({ document: parseProposal(text, "seps/1-x.md"), text, schemas });
const digest = (text: string) => digests(text).proposal;
const holds = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, check), { seed, numRuns: 200 });

const file = (specification: string, motivation = "Why not.") =>
  `# SEP-1: Frames\n\n- **Status**: Draft\n- **Type**: Standards Track\n\n## Motivation\n\n${motivation}\n\n## Specification\n\n${specification}\n\n## Rationale\n\nSo it is.\n`;

const word = fc.constantFrom("servers", "answer", "frames", "a", "tool", "`a b`", "*must*", "[link](x.md)", "soon.", "Then", "MUST", "x,");
const words = fc.array(word, { minLength: 2, maxLength: 40 }).map((list) => ["Servers", ...list]);
const blank = fc.constantFrom(" ", "\n", "  ", " \t", "\n  ");

describe("the digest of a proposal", () => {
  test("prose may be wrapped anew", () => {
    holds(fc.tuple(words, fc.array(blank, { minLength: 41, maxLength: 41 })), ([list, blanks]) => {
      const wrapped = list
        .map((each, index) => `${each}${blanks[index]}`)
        .join("")
        .trimEnd();

      expect(digest(file(wrapped))).toBe(digest(file(list.join(" "))));
    });
  });

  test("every character of a listing counts", () => {
    const listing = fc.string({
      unit: fc.constantFrom("a", "B", " ", "\t", "\n", "{", "}", '"', "*", "<", "é", "\u200b"),
      minLength: 1,
      maxLength: 60,
    });
    holds(fc.tuple(listing, fc.nat(), fc.constantFrom("x", " ", "\n", "")), ([code, at, other]) => {
      const index = at % code.length;
      const changed = code.slice(0, index) + other + code.slice(index + 1);
      fc.pre(changed !== code);

      expect(digest(file(`\`\`\`\n${changed}\n\`\`\``))).not.toBe(digest(file(`\`\`\`\n${code}\n\`\`\``)));
    });
  });

  test("a sentence with a keyword counts wherever it is added", () => {
    const sentence = fc.constantFrom("Servers MUST stop.", "Clients MAY go on.", "It is RECOMMENDED.", "They SHALL NOT.");
    const places = ["Why not.", "So it is.", "Servers answer.", "## Motivation", "## Rationale"];
    holds(fc.tuple(sentence, fc.constantFrom(...places), fc.constantFrom(" ", "\n\n", "\n\n- ", "\n\n> ")), ([added, place, between]) => {
      const text = file("Servers answer.");

      expect(digest(text.replace(place, `${place}${between}${added}\n\n`))).not.toBe(digest(text));
    });
  });

  test("line ends and a mark of byte order do not count", () => {
    holds(words, (list) => {
      const text = file(list.join("\n"));

      expect(digest(text.replaceAll("\n", "\r\n"))).toBe(digest(text));
      expect(digest(`\uFEFF${text.replaceAll("\n", "\r")}`)).toBe(digest(text));
    });
  });

  test("what stands in Motivation without a keyword does not count", () => {
    const block = fc.constantFrom(
      "Words here.",
      "- a\n- b",
      "```\ncode\n```",
      "> quote",
      "### Part",
      "| a |\n|---|\n| b |",
      "[a](b.md)",
      "<!-- x -->",
    );
    holds(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
      expect(digest(file("Servers answer.", blocks.join("\n\n")))).toBe(digest(file("Servers answer.")));
    });
  });

  test("any text has one", () => {
    const piece = fc.constantFrom(
      "# ",
      "## Specification\n",
      "- ",
      "> ",
      "`",
      "```\n",
      "<!--",
      "-->",
      "<div>",
      "[a]",
      ": ",
      "|",
      "\n",
      "MUST ",
      "$",
      "[^1]:",
      "\u202e",
      "a",
    );
    holds(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(digest(pieces.join(""))).toMatch(/^[0-9a-f]{64}$/);
    });
  });
});

describe("the digest with schema files", () => {
  const text = file("Servers answer.");
  const of = (...schemas: readonly { path: string; text: string | null }[]) => digests(text, schemas).whole;

  test("each file counts by its exact text, in any order", () => {
    const [one, other] = [
      { path: "a.ts", text: "x" },
      { path: "b.ts", text: "y" },
    ] as const;

    expect(of(one, other)).toBe(of(other, one));
    expect(of(one)).not.toBe(of());
    expect(of({ path: "a.ts", text: "x\r\n" })).not.toBe(of({ path: "a.ts", text: "x\n" }));
    expect(of({ path: "b.ts", text: "x" })).not.toBe(of(one));
    expect(of({ path: "a.ts", text: null })).not.toBe(of({ path: "a.ts", text: "" }));
  });

  test("the proposal's own digest does not know them", () => {
    expect(digests(text, [{ path: "a.ts", text: "x" }]).proposal).toBe(digest(text));
    expect(digests(text).whole).not.toBe(digests(text).proposal);
  });
});

describe("a digest that people write", () => {
  const hex = "9ab3c0ffee12".padEnd(64, "5");

  test("is shown by its first twelve digits", () => {
    expect(shortDigest(hex)).toBe("sha256:9ab3c0ffee12");
  });

  test.each<[string, string, boolean]>([
    ["as it is shown", "sha256:9ab3c0ffee12", true],
    ["without its prefix", "9ab3c0ffee12", true],
    ["in capitals", "SHA256:9AB3C0FFEE12", true],
    ["eight digits", "9ab3c0ff", true],
    ["seven are too few", "9ab3c0f", false],
    ["all of it", hex, true],
    ["with more than there are", `${hex}5`, false],
    ["cut off with dots", "sha256:9ab3c0ff…", true],
    ["another one", "9ab3c0fe", false],
    ["words", "sha256:", false],
    ["another kind", "sha1:9ab3c0ffee12", false],
  ])("%s", (_, given, expected) => {
    expect(matchesDigest(given, hex)).toBe(expected);
  });
});

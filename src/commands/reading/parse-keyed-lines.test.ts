import { describe, expect, test } from "@jest/globals";
import { parseKeyedLines } from "./parse-keyed-lines.ts";
import { readCommandLines } from "./read-command-lines.ts";

const keys = ["prototype", "benefit", "more-support"] as const;

/** What a comment with this text below `/ready` comes to. */
function read(text: string) {
  const [line] = readCommandLines(`/ready\n${text}`);
  const { values, problems, remarks } = parseKeyedLines(line?.body ?? "", keys);
  return { values: Object.fromEntries(values), problems: problems.map((problem) => problem.message), remarks };
}

describe("keyed lines", () => {
  test.each([
    ["of the paragraph", "prototype: https://a.example\nbenefit: b c", { prototype: ["https://a.example"], benefit: ["b c"] }],
    ["of a list", "- prototype: https://a.example\n- benefit: b c", { prototype: ["https://a.example"], benefit: ["b c"] }],
    ["ticked", "- [x] prototype: a\n- [X] benefit: b", { prototype: ["a"], benefit: ["b"] }],
    [
      "whose key is emphasised, in capitals, or with a space",
      "**Prototype**: a\nMore support: b",
      { prototype: ["a"], "more-support": ["b"] },
    ],
    ["more than once", "prototype: a\nbenefit: b\nprototype: c", { prototype: ["a", "c"], benefit: ["b"] }],
    [
      "with links on further lines",
      "prototype: a\nhttps://b.example\n[c](https://d.example)",
      { prototype: ["a", "https://b.example", "c (https://d.example)"] },
    ],
    [
      "with links in a list below",
      "- prototype:\n  - https://a.example\n  - https://b.example\n",
      { prototype: ["https://a.example", "https://b.example"] },
    ],
  ])("are read: %s", (_rule, text, values) => {
    expect(read(text)).toEqual({ values, problems: [], remarks: [] });
  });

  test.each([
    ["an unknown key", "protoype: a", ["`protoype:` is not known here."]],
    ["a key without a value", "prototype:\nbenefit: b", ["`prototype:` has no value."]],
    ["a key without a value at the end", "benefit: b\nprototype:", ["`prototype:` has no value."]],
  ])("are a problem: %s", (_rule, text, problems) => {
    expect(read(text).problems).toEqual(problems);
  });

  test("every problem names the keys and gives an example", () => {
    expect(parseKeyedLines("x: y", keys).problems).toEqual([
      {
        message: "`x:` is not known here.",
        expected: "a line that begins with `prototype:`, `benefit:` or `more-support:`",
        example: "prototype: https://…",
      },
    ]);
  });

  test("other lines are remarks, and what follows them belongs to no key", () => {
    expect(read("prototype: a\nThanks to all!\nhttps://b.example")).toEqual({
      values: { prototype: ["a"] },
      problems: [],
      remarks: ["Thanks to all!", "https://b.example"],
    });
  });

  test("an item that is not ticked attests nothing", () => {
    const { values, remarks } = read("- [x] prototype:\n  - [ ] https://a.example\n- [ ] benefit: b");

    expect(values).toEqual({});
    expect(remarks).toEqual(["[ ] https://a.example", "[ ] benefit: b"]);
  });
});

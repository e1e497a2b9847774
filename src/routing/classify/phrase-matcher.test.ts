import { preparePhrases } from "./phrase-matcher.ts";

const entries = ["tide", "tide table", "high tide", "table"].map((thing) => ({ words: thing.split(" "), thing }));
const found = (text: string, overlap: "apart" | "each") => Object.fromEntries(preparePhrases(entries, overlap).findIn(text.split(" ")));

test.each<[string, string, Record<string, number>]>([
  ["the longest phrase counts, not those inside it", "the tide table of bergen", { "tide table": 1 }],
  ["phrases are counted", "tide and tide and table", { tide: 2, table: 1 }],
  ["what begins inside a phrase that was found is not looked at", "high tide table", { "high tide": 1, table: 1 }],
  ["a phrase cut off at the end is none", "high", {}],
])("apart: %s", (_, text, expected) => {
  expect(found(text, "apart")).toEqual(expected);
});

test("each: phrases inside one another all count", () => {
  expect(found("high tide table", "each")).toEqual({ "high tide": 1, "tide table": 1, tide: 1, table: 1 });
});

test("a phrase without words never occurs", () => {
  expect(preparePhrases([{ words: [], thing: "nothing" }], "each").findIn(["tide"]).size).toBe(0);
});

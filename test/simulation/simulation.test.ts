import { describe, expect, test } from "@jest/globals";
import { findDifference } from "./compare.ts";
import { explainSeed } from "./explain-seed.ts";
import { generateHistory } from "./generate.ts";
import { isSound } from "./is-sound.ts";

/** Each seed is a random project and months of its history; together about twenty seconds. */
const seeds = Array.from({ length: 300 }, (_, index) => index + 1);

/** Where core and oracle read a rule differently and nobody has said yet which of them is right: a seed that agrees leaves the list. */
const unsettled: ReadonlyMap<number, string> = new Map([
  [66, "V2: whether a joint vote closes early once one part is sure to fail"],
  [135, "V2: whether a joint vote closes early once one part is sure to fail"],
  [143, "S6: whether an unconfirmed head is one still after a withdrawal"],
  [227, "O3: who is counted among three members of a joint matter that ask for a vote"],
  [292, "Q1: whether the second group of a joint matter is concerned where Core decides"],
]);
const settled = seeds.filter((seed) => !unsettled.has(seed));
const rows = Array.from({ length: 10 }, (_, row) => settled.filter((_seed, index) => index % 10 === row));

describe("the core over simulated histories", () => {
  test.each(rows.map((row) => [row[0], row] as const))("says what the oracle says (seed %i and every tenth after it)", (_, row) => {
    expect(row.flatMap((seed) => explainSeed(seed) ?? []).join("\n\n")).toBe("");
  });

  test.failing.each([...unsettled])("says what the oracle says of seed %i, once it is settled: %s", (seed) => {
    expect(findDifference(generateHistory(seed))).toBeNull();
  });

  test("is given the same history for the same seed, and only such as it can be held to", () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      expect(generateHistory(seed)).toEqual(generateHistory(seed));
      expect(isSound(generateHistory(seed))).toBe(true);
    }
  });
});

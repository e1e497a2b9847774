import { describe, expect, test } from "@jest/globals";
import { explainSeed } from "./explain-seed.ts";
import { generateHistory } from "./generate.ts";
import { isSound } from "./is-sound.ts";

/** Each seed is a random project and months of its history; together about twenty seconds. */
const seeds = Array.from({ length: 300 }, (_, index) => index + 1);

const rows = Array.from({ length: 10 }, (_, row) => seeds.filter((_seed, index) => index % 10 === row));

describe("the core over simulated histories", () => {
  test.each(rows.map((row) => [row[0], row] as const))("says what the oracle says (seed %i and every tenth after it)", (_, row) => {
    expect(row.flatMap((seed) => explainSeed(seed) ?? []).join("\n\n")).toBe("");
  });

  test("is given the same history for the same seed, and only such as it can be held to", () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      expect(generateHistory(seed)).toEqual(generateHistory(seed));
      expect(isSound(generateHistory(seed))).toBe(true);
    }
  });
});

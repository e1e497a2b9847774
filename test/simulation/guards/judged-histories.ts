import { writeFileSync } from "node:fs";
import { findDifference } from "../compare.ts";
import { generateHistory } from "../generate.ts";
import { oracle } from "../oracle/oracle.ts";
import type { JudgedHistory } from "./trial.ts";

/**
 * Histories of the seeds from `first` on with what the oracle says of them, one a line. One on which the whole core and the oracle
 * differ shows no guard: its seed is answered, and it is left out.
 */
export function writeHistories(file: string, first: number, runs: number): readonly number[] {
  const seeds = Array.from({ length: runs }, (_, index) => first + index);
  const judged = seeds.map((seed): JudgedHistory => {
    const history = generateHistory(seed);
    return { seed, history, outcomes: oracle(history) };
  });
  const differing = judged.filter(({ history }) => findDifference(history) !== null).map(({ seed }) => seed);
  const agreeing = judged.filter(({ seed }) => !differing.includes(seed));
  writeFileSync(file, agreeing.map((each) => `${JSON.stringify(each)}\n`).join(""));
  return differing;
}

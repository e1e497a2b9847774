import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describeDifference } from "../compare.ts";
import { simulateCore } from "../core-harness.ts";
import type { JudgedHistory, Trial } from "./trial.ts";

/** Runs in a copy of the sources without one guard: `try-guard.ts histories.ndjson` says at which history it shows. */
const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("The file of histories is missing");
process.stdout.write(JSON.stringify(findFirst(readFileSync(path, "utf8").split("\n").filter(Boolean))));

function findFirst(lines: readonly string[]): Trial {
  for (const [index, line] of lines.entries()) {
    const judged: JudgedHistory = JSON.parse(line);
    const how = differenceIn(judged);
    if (how !== null) return { run: index + 1, seed: judged.seed, how };
  }
  return { run: null, seed: null, how: null };
}

function differenceIn({ history, outcomes }: JudgedHistory): string | null {
  try {
    const found = simulateCore(history);
    const pass = outcomes.findIndex((expected, index) => !isDeepStrictEqual(expected, found[index]));
    const [core, oracle] = [found[pass], outcomes[pass]];
    if (core === undefined || oracle === undefined) return null;
    return describeDifference({ core, oracle }).join("; ");
  } catch (error) {
    // A core that stops where it should go on differs too.
    return `throws: ${error instanceof Error ? error.message : String(error)}`;
  }
}

import { describeDifference, findDifference } from "./compare.ts";
import { generateHistory } from "./generate.ts";
import { isSound } from "./is-sound.ts";
import { printHistory } from "./print-history.ts";
import { shrinkHistory } from "./shrink.ts";

/** The shrunk history of a seed, and what differs at its end; null where the core says what the oracle says. */
export function explainSeed(seed: number): string | null {
  const history = generateHistory(seed);
  if (findDifference(history) === null) return null;
  const shrunk = shrinkHistory(history, (shorter) => isSound(shorter) && findDifference(shorter) !== null);
  const difference = findDifference(shrunk);
  if (difference === null) throw new Error("A shrunk history no longer differs");
  const after = `After pass ${difference.pass + 1} of ${shrunk.passes.length}:`;
  return [`Seed ${seed} differs.`, printHistory(shrunk), [after, ...describeDifference(difference)].join("\n  ")].join("\n");
}

import { parseArgs } from "node:util";
import { describeDifference, findDifference } from "./compare.ts";
import { generateHistory } from "./generate.ts";
import { isSound } from "./is-sound.ts";
import { printHistory } from "./print-history.ts";
import { shrinkHistory } from "./shrink.ts";

/** `npm run simulate -- --runs 500 --seed 1`: histories of the seeds from there on; each difference is shrunk and printed. */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    /** Differences after which it stops. */
    most: { type: "string", default: "3" },
  },
});
const [runs, first, most] = [Number(values.runs), Number(values.seed), Number(values.most)];
if (![runs, first, most].every(Number.isInteger)) throw new Error("--runs, --seed and --most are whole numbers");

let [ran, differing] = [0, 0];
for (let seed = first; seed < first + runs && differing < most; seed++) {
  ran += 1;
  const history = generateHistory(seed);
  if (findDifference(history) === null) continue;
  differing += 1;
  const shrunk = shrinkHistory(history, (shorter) => isSound(shorter) && findDifference(shorter) !== null);
  const difference = findDifference(shrunk);
  process.stdout.write(`\nSeed ${seed} differs.\n${printHistory(shrunk)}\n`);
  if (difference === null) throw new Error("A shrunk history no longer differs");
  const { pass } = difference;
  process.stdout.write(`After pass ${pass + 1} of ${shrunk.passes.length}:\n  ${describeDifference(difference).join("\n  ")}\n`);
}
process.stdout.write(`\n${ran} histories from seed ${first}: ${differing} differ.\n`);
process.exitCode = differing > 0 ? 1 : 0;

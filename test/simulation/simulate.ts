import { parseArgs } from "node:util";
import { explainSeed } from "./explain-seed.ts";

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
  const explained = explainSeed(seed);
  if (explained === null) continue;
  differing += 1;
  process.stdout.write(`\n${explained}\n`);
}
process.stdout.write(`\n${ran} histories from seed ${first}: ${differing} differ.\n`);
process.exitCode = differing > 0 ? 1 : 0;

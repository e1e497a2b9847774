import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import PQueue from "p-queue";
import { withBrokenCopy } from "./broken-copy.ts";
import type { Guard } from "./guard.ts";
import { guards } from "./index.ts";
import { writeHistories } from "./judged-histories.ts";
import type { Trial } from "./trial.ts";

/**
 * `npm run simulate:guards`: takes one guard after another out of a copy of the core, and says at which history from seed 1 the
 * simulation notices. The histories come from the oracle alone, so that every broken core is given the same ones as the whole one.
 */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
    /** Only guards whose name has this in it. */
    only: { type: "string", default: "" },
  },
});
const [runs, first] = [Number(values.runs), Number(values.seed)];
if (![runs, first].every(Number.isInteger)) throw new Error("--runs and --seed are whole numbers");

const root = fileURLToPath(new URL("../../../", import.meta.url));
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "steward-histories-"));
const file = join(folder, "histories.ndjson");
try {
  const differing = writeHistories(file, first, runs);
  if (differing.length > 0) process.stderr.write(`The whole core differs at seeds ${differing.join(", ")}, which are left out.\n`);
  const chosen = guards.filter((each) => each.name.includes(values.only) && each.unseen === undefined);
  const queue = new PQueue({ concurrency: 2 });
  const rows = await Promise.all(chosen.map((guard) => queue.add(() => measure(guard))));
  const missed = rows.filter((row) => row.run === null).length;
  process.stdout.write(`${table(rows)}\n\n${rows.length - missed} of ${rows.length} guards found within ${runs} histories.\n`);
  process.exitCode = missed > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface Row extends Trial {
  readonly guard: Guard;
  readonly seconds: number;
}

async function measure(guard: Guard): Promise<Row> {
  const began = performance.now();
  const trial = await withBrokenCopy(root, guard, async (copy): Promise<Trial> => {
    const { stdout } = await run(process.execPath, [join(copy, "test/simulation/guards/try-guard.ts"), file]);
    return JSON.parse(stdout);
  });
  const seconds = (performance.now() - began) / 1000;
  process.stderr.write(`${trial.run === null ? "NOT FOUND" : `run ${trial.run}`}: ${guard.name}: ${trial.how ?? ""}\n`);
  return { ...trial, guard, seconds };
}

function table(rows: readonly Row[]): string {
  const lines = rows.map(({ guard: { name, rule }, run: found, seconds }) => {
    return `| ${name} | ${rule} | ${found === null ? "NOT FOUND" : `run ${found}`} | ${seconds.toFixed(1)} |`;
  });
  return ["| Guard taken out | Rule | Found at | Seconds |", "| --- | --- | --- | --- |", ...lines].join("\n");
}

import { execFile } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { Dice } from "../simulation/dice.ts";
import { withBrokenCopy } from "../simulation/guards/broken-copy.ts";
import { writeHistories } from "../simulation/guards/judged-histories.ts";
import { type Mutant, mutantsOf } from "./mutants-of.ts";

/**
 * `npm run mutate`: makes seeded small mistakes in the decision core, and says which of them neither the simulation nor the tests
 * of the mistaken file notice.
 */
const { values } = parseArgs({
  options: {
    mutants: { type: "string", default: "150" },
    seed: { type: "string", default: "1" },
    histories: { type: "string", default: "150" },
    /** Only files whose path has this in it. */
    only: { type: "string", default: "" },
  },
});
const [wanted, seed, histories] = [Number(values.mutants), Number(values.seed), Number(values.histories)];
if (![wanted, seed, histories].every(Number.isInteger)) throw new Error("--mutants, --seed and --histories are whole numbers");

const root = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);
/** A mistake that makes something run for ever is noticed too. */
const longest = { timeout: 120_000, killSignal: "SIGKILL", maxBuffer: 64_000_000 } as const;

const folder = mkdtempSync(join(tmpdir(), "steward-histories-"));
try {
  const file = join(folder, "histories.ndjson");
  writeHistories(file, 1, histories);
  const queue = [...sample()];
  const total = queue.length;
  const survivors: Mutant[] = [];
  // Each worker has a copy of its own, mistaken and mended in turn.
  await Promise.all([work(queue, file, survivors), work(queue, file, survivors)]);
  const score = (100 * (total - survivors.length)) / total;
  process.stdout.write(`\n${total - survivors.length} of ${total} mutants noticed: ${score.toFixed(1)} %. Seed ${seed}.\n`);
  process.stdout.write(survivors.map((mutant) => `SURVIVED ${placeOf(mutant)} ${mutant.what}\n`).join(""));
  process.exitCode = score < 85 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function sample(): readonly Mutant[] {
  const files = globSync("src/{procedures,core/decide,commands}/**/*.ts", { cwd: root })
    .filter((path) => !path.endsWith(".test.ts") && path.includes(values.only))
    .toSorted();
  const all = files.flatMap((path) => mutantsOf(path, readFileSync(join(root, path), "utf8")));
  return new Dice(seed).some(all, Math.min(wanted, all.length), Math.min(wanted, all.length));
}

async function work(queue: Mutant[], histories: string, survivors: Mutant[]): Promise<void> {
  await withBrokenCopy(root, { edits: [] }, async (copy) => {
    for (const path of ["jest.config.mjs", "test/commands", "test/core", "test/procedures", "test/properties"]) {
      cpSync(join(root, path), join(copy, path), { recursive: true });
    }
    for (let mutant = queue.pop(); mutant !== undefined; mutant = queue.pop()) {
      const path = join(copy, mutant.file);
      const whole = readFileSync(path);
      writeFileSync(path, Buffer.concat([whole.subarray(0, mutant.from), Buffer.from(mutant.put), whole.subarray(mutant.to)]));
      const noticed = (await simulationNotices(copy, histories)) || (await testsNotice(copy, mutant.file));
      writeFileSync(path, whole);
      if (!noticed) survivors.push(mutant);
      process.stderr.write(`${noticed ? "noticed " : "SURVIVED"} ${placeOf(mutant)} ${mutant.what}\n`);
    }
  });
}

async function simulationNotices(copy: string, histories: string): Promise<boolean> {
  try {
    const { stdout } = await run(process.execPath, [join(copy, "test/simulation/guards/try-guard.ts"), histories], longest);
    return !stdout.includes('"run":null');
  } catch {
    // What cannot even be loaded, or never ends, is noticed.
    return true;
  }
}

/** Tests beside the file first, then what else uses it, up to the plan: what stands above the core is about other things, and slow. */
async function testsNotice(copy: string, file: string): Promise<boolean> {
  const above = "src/(reconcile|app|cli|adapters|sandbox|render|routing|proposals)/|test/simulation/";
  const related = ["--findRelatedTests", file, "--testPathIgnorePatterns", above];
  return !(await passes(copy, ["--testPathPatterns", `${dirname(file)}/`])) || !(await passes(copy, related));
}

async function passes(copy: string, chosen: readonly string[]): Promise<boolean> {
  const jest = ["--experimental-vm-modules", join(copy, "node_modules/jest/bin/jest.js"), "--bail", "--runInBand", "--silent"];
  try {
    await run(process.execPath, [...jest, "--passWithNoTests", ...chosen], { ...longest, cwd: copy });
    return true;
  } catch {
    // Jest's exit code tells that a test failed.
    return false;
  }
}

function placeOf({ file, from }: Mutant): string {
  const before = readFileSync(join(root, file)).subarray(0, from).toString();
  return `${file}:${before.split("\n").length}`;
}

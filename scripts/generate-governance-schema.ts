// Writes what is derived from the schemas and rules of the constitution: JSON Schema for editors, and the reference page.
//   node scripts/generate-governance-schema.ts           writes the files
//   node scripts/generate-governance-schema.ts --check   says which are stale, and exits 1 if any is
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";
import { governanceFiles } from "./governance-files.ts";

const root = join(import.meta.dirname, "..");
const check = process.argv.includes("--check");

for (const { path, text } of governanceFiles()) {
  const target = join(root, path);
  if ((await readFile(target, "utf8").catch(() => null)) === text) continue;
  console.log(`${check ? "stale" : "written"}  ${path}`);
  if (check) {
    process.exitCode = 1;
  } else {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}
if (process.exitCode === 1) console.error("Run `node scripts/generate-governance-schema.ts`.");

// Writes what is derived from the schemas of the reports: JSON Schemas for whoever reads the data, and their reference page.
//   node scripts/generate-report-reference.ts           writes the files
//   node scripts/generate-report-reference.ts --check   says which are stale, and exits 1 if any is
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { reportFiles } from "./report-reference.ts";

const root = join(import.meta.dirname, "..");
const check = process.argv.includes("--check");
const stale = reportFiles().filter(({ path, text }) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text);

for (const { path, text } of stale) {
  console.log(`${check ? "stale" : "written"}  ${path}`);
  if (check) continue;
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
if (check && stale.length > 0) {
  console.error("Run `npm run generate`.");
  process.exitCode = 1;
}

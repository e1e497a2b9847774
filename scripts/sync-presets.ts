// Copies into each preset what it shares with governance/, so that the two cannot drift.
//   npm run presets            writes the copies
//   npm run presets -- --check says which copies are stale, and exits 1 if any is
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { presets, presetText } from "./preset-text.ts";

const root = join(import.meta.dirname, "..", "governance");
const check = process.argv.includes("--check");
const stale: string[] = [];
const surplus: string[] = [];

for (const preset of presets) {
  const shared = [...preset.files, ...(await groupsOf(preset.without, preset.own))];
  for (const path of shared) {
    const wanted = presetText(preset, path, await readFile(join(root, path), "utf8"));
    const target = join(root, "presets", preset.id, path);
    if ((await readFile(target, "utf8").catch(() => null)) === wanted) continue;
    stale.push(`governance/presets/${preset.id}/${path}`);
    if (!check) await writeFile(target, wanted);
  }
  const expected = [...shared, ...preset.own.map((id) => `groups/${id}.yml`)];
  const found = (await readdir(join(root, "presets", preset.id, "groups"))).map((name) => `groups/${name}`);
  surplus.push(...found.filter((path) => !expected.includes(path)).map((path) => `governance/presets/${preset.id}/${path}`));
}

for (const path of stale) console.log(`${check ? "stale" : "written"}  ${path}`);
if (check && stale.length > 0) console.error("Run `npm run presets`.");
for (const path of surplus)
  console.error(`surplus  ${path}: governance/ has no such group; delete it, or list it under \`own\` in scripts/preset-text.ts`);
if (surplus.length > 0 || (check && stale.length > 0)) process.exitCode = 1;

async function groupsOf(without: readonly string[], own: readonly string[]): Promise<string[]> {
  const names = await readdir(join(root, "groups"));
  return names.filter((name) => ![...without, ...own].includes(name.replace(/\.yml$/, ""))).map((name) => `groups/${name}`);
}

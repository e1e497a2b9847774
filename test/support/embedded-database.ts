import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { PGlite } from "@electric-sql/pglite";
import { bootEngine, type OpenDatabase, useEmbedded } from "../../src/adapters/store/database.ts";

const cacheFolder = fileURLToPath(new URL("../../node_modules/.cache/steward/", import.meta.url));

/** A fresh embedded database in memory. The first ever boots the engine (seconds) and keeps its files; later ones start from them. */
export async function openTestDatabase(): Promise<OpenDatabase> {
  return useEmbedded(await createEngine());
}

export async function createEngine(): Promise<PGlite> {
  const file = `${cacheFolder}empty-database-0.5.16.tar.gz`;
  const kept = await readFile(file).catch(() => null);
  if (kept !== null) return bootEngine({ loadDataDir: new Blob([kept]) });
  const engine = await bootEngine({});
  const files = await engine.dumpDataDir("gzip");
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(`${file}.${process.pid}`, Buffer.from(await files.arrayBuffer()));
  await rename(`${file}.${process.pid}`, file);
  return engine;
}

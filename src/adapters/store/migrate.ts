import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as migrateNodePostgres } from "drizzle-orm/node-postgres/migrator";
import type { PgliteDatabase } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import type pg from "pg";

/** Any number that no other program on the same database takes. */
const advisoryLock = 727_001;

const config = () => ({ migrationsFolder: migrationsFolder(), migrationsSchema: "steward", migrationsTable: "migrations" });

export async function migrateEmbedded(db: PgliteDatabase): Promise<void> {
  await migratePglite(db, config());
}

/** One process at a time: drizzle's migrator takes no lock, and of several first starts at once all but one would fail. */
export async function migrateServer(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [advisoryLock]);
    await migrateNodePostgres(drizzle({ client }), config());
    await client.query("select pg_advisory_unlock($1)", [advisoryLock]);
    client.release();
  } catch (fault) {
    // Ends the session, and with it the lock, whatever state the transaction is in.
    client.release(true);
    throw fault;
  }
}

/** `migrations/` of the package, from the sources as from a build. */
function migrationsFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const found = join(folder, "migrations");
    if (existsSync(join(found, "meta", "_journal.json"))) return found;
    if (folder === dirname(folder)) throw new Error("The folder migrations/ is missing from this installation: install the package again.");
  }
}

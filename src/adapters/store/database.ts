import { setImmediate as yieldToNetwork } from "node:timers/promises";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { drizzle as drizzleServer } from "drizzle-orm/node-postgres";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { drizzle as drizzleEmbedded } from "drizzle-orm/pglite";
import pg from "pg";
import { type ConstructorOptions, fromPglite } from "pg-boss";
import { migrateEmbedded, migrateServer } from "./migrate.ts";

/** What both drivers answer a plain statement with. */
interface Rows extends PgQueryResultHKT {
  readonly type: { readonly rows: unknown[] };
}

/** What the stores are written against: the same on the embedded engine and on a server, inside and outside a transaction. */
export type Database = PgDatabase<Rows, Record<string, unknown>>;

export interface OpenDatabase {
  readonly db: Database;
  /** `embedded`: this process alone holds it, so what stands as in work at start was left by a process that died. */
  readonly engine: "embedded" | "server";
  /** How the queue reaches the same database. */
  readonly queueConnection: ConstructorOptions;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export type DatabaseLocation =
  | { readonly kind: "memory" }
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "server"; readonly url: string };

/** Opens the database and brings its tables up to date; safe while other processes do the same. */
export async function openDatabase(location: DatabaseLocation, onFault: (fault: unknown) => void): Promise<OpenDatabase> {
  return location.kind === "server"
    ? openServer(location.url, onFault)
    : openEmbedded(location.kind === "folder" ? location.path : undefined);
}

/** One process with a small database: PostgreSQL's own 128 MB of buffers would be most of Steward's memory. */
const embeddedOptions = { startParams: [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB", "-c", "wal_buffers=1MB"] };

async function openEmbedded(path: string | undefined): Promise<OpenDatabase> {
  return useEmbedded(await bootEngine(path === undefined ? {} : { dataDir: path }));
}

/**
 * The engine computes in this thread and never waits, so that a chain of statements would keep the process from accepting
 * connections: one turn of the event loop accepts one. So it gives way to the network every few milliseconds.
 */
class YieldingPGlite extends PGlite {
  #since = performance.now();

  override async execProtocolRaw(...message: Parameters<PGlite["execProtocolRaw"]>): Promise<Uint8Array> {
    if (performance.now() - this.#since > longestTurn) {
      await yieldToNetwork();
      this.#since = performance.now();
    }
    return super.execProtocolRaw(...message);
  }
}

/** Milliseconds. */
const longestTurn = 3;

export async function bootEngine(options: PGliteOptions): Promise<PGlite> {
  const engine = new YieldingPGlite({ ...embeddedOptions, ...options });
  await engine.waitReady;
  return engine;
}

/** For tests that boot one engine and use clones of it. */
export async function useEmbedded(client: PGlite): Promise<OpenDatabase> {
  const db = drizzleEmbedded({ client });
  await migrateEmbedded(db);
  return {
    db,
    engine: "embedded",
    queueConnection: { db: fromPglite(client), backend: "pglite" },
    async ping() {
      await client.query("select 1");
    },
    close: () => client.close(),
  };
}

async function openServer(url: string, onFault: (fault: unknown) => void): Promise<OpenDatabase> {
  // A pool whose idle connection breaks emits an error; unheard, it would end the process.
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000, query_timeout: 30_000 });
  pool.on("error", onFault);
  try {
    await migrateServer(pool);
  } catch (fault) {
    await pool.end();
    throw fault;
  }
  return {
    db: drizzleServer({ client: pool }),
    engine: "server",
    queueConnection: { connectionString: url, max: 5, connectionTimeoutMillis: 5_000 },
    async ping() {
      await pool.query("select 1");
    },
    close: () => pool.end(),
  };
}

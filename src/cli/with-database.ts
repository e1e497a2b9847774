import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import {
  claimDataFolder,
  type DatabaseLocation,
  DataFolderInUse,
  DataFolderRefused,
  type LedgerStore,
  openLedger,
} from "../adapters/store/index.ts";
import { type Environment, readStorage } from "../app/read-environment.ts";
import { WrongUse } from "./wrong-use.ts";

/** Where the database is: a folder that was named, or what the environment says, as it does for `npm start`. */
export interface DatabasePlace {
  readonly dataDir: string | null;
  readonly environment: Environment;
}

interface DatabaseChoice extends DatabasePlace {
  /** What else can be done while a running Steward has the folder, in a sentence; `address` is where that one is likely to answer. */
  readonly whenInUse: (address: string) => string;
}

/**
 * Opens Steward's database for one piece of work, and closes it whatever comes of it. Throws `WrongUse` where there is none, or where
 * a running Steward has it. `say` is told what a person should know while waiting.
 */
export async function withDatabase<T>(
  { dataDir, environment, whenInUse }: DatabaseChoice,
  say: (text: string) => void,
  work: (store: LedgerStore) => Promise<T>,
): Promise<T> {
  const get = (name: string) => environment[name]?.trim() || undefined;
  const storage = readStorage(dataDir === null ? get("DATABASE_URL") : undefined, dataDir ?? get("DATA_DIR"));
  if (!storage.ok) throw new WrongUse(storage.error ?? "There is no database to read.");
  if (storage.value.kind === "server") return useLedger({ kind: "server", url: storage.value.url }, say, work);

  const folder = findFolder(storage.value.path);
  const claimed = await claimDataFolder(folder, {
    owner: "either",
    onWait: (message) => say(`${message}\n`),
    onLost: () => process.exit(70),
  }).catch((fault: unknown) => {
    if (!(fault instanceof DataFolderRefused)) throw fault;
    if (!(fault instanceof DataFolderInUse)) throw new WrongUse(fault.message);
    const told = `A running Steward has the database in ${folder}, which one process at a time may open.`;
    throw new WrongUse(`${told} ${whenInUse(addressOf(folder, environment))}`);
  });
  try {
    return await useLedger({ kind: "folder", path: claimed.database }, say, work);
  } finally {
    await claimed.release();
  }
}

async function useLedger<T>(location: DatabaseLocation, say: (text: string) => void, work: (store: LedgerStore) => Promise<T>): Promise<T> {
  const onFault = (fault: unknown) => say(`The database reported a fault: ${String(fault)}\n`);
  const store = await openLedger(location, onFault).catch((fault: unknown) => {
    if (location.kind !== "server") throw fault;
    const why = fault instanceof Error && fault.message !== "" ? `: ${fault.message}` : "";
    throw new WrongUse(`The database of DATABASE_URL cannot be opened${why}. Check the address, and that the database runs.`);
  });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** A sandbox keeps its database one folder deeper. */
function findFolder(path: string): string {
  const found = [path, join(path, "app")].find((folder) => existsSync(join(folder, "database")));
  if (found !== undefined) return resolve(found);
  throw new WrongUse(
    `There is no database of Steward in ${resolve(path)}. Name its data folder with --data-dir or DATA_DIR, or its PostgreSQL with DATABASE_URL.`,
  );
}

const SandboxFile = z.object({ web: z.string() });

/** A sandbox writes its address down; the App's follows from the environment that it was started with. */
function addressOf(folder: string, { HOST, PORT }: Environment): string {
  const sandbox = readSandboxFile(join(folder, "..", "sandbox.json"));
  if (sandbox !== null) return sandbox.web;
  const host = HOST?.trim() || "127.0.0.1";
  return `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${PORT?.trim() || "3000"}`;
}

function readSandboxFile(path: string): z.infer<typeof SandboxFile> | null {
  if (!existsSync(path)) return null;
  const file = SandboxFile.safeParse(JSON.parse(readFileSync(path, "utf8")));
  return file.success ? file.data : null;
}

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { claimDataFolder, type DatabaseLocation, DataFolderInUse, type LedgerStore, openLedger } from "../adapters/store/index.ts";
import { readStorage } from "../app/read-environment.ts";
import { WrongUse } from "./wrong-use.ts";

export interface StoreChoice {
  /** Folder given on the command line; null takes DATABASE_URL, else DATA_DIR, else `.steward`. */
  readonly folder: string | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What else can be done while a running Steward holds the folder, as a sentence. */
  readonly whenInUse: string;
  /** Told what takes a while. */
  readonly say: (message: string) => void;
}

/**
 * Opens the data that `npm start` keeps, for as long as `use` takes; makes no folder. Throws `WrongUse` where there is no data, or
 * where a running Steward holds the folder.
 */
export async function withStore<T>(choice: StoreChoice, use: (store: LedgerStore) => Promise<T>): Promise<T> {
  const { folder, environment, say, whenInUse } = choice;
  const get = (name: string) => environment[name]?.trim() || undefined;
  const storage = readStorage(folder === null ? get("DATABASE_URL") : undefined, folder ?? get("DATA_DIR"));
  if (!storage.ok) throw new WrongUse(storage.error ?? "DATABASE_URL cannot be read.");
  if (storage.value.kind === "server") return useAt(storage.value, say, use);
  const path = findDataFolder(storage.value.path);
  const claimed = await claimDataFolder(path, { owner: "either", onWait: say, onLost: () => process.exit(70) }).catch((fault: unknown) => {
    if (!(fault instanceof DataFolderInUse)) throw fault;
    throw new WrongUse(`A running Steward uses the folder ${resolve(path)}. ${whenInUse}`);
  });
  try {
    return await useAt({ kind: "folder", path: claimed.database }, say, use);
  } finally {
    await claimed.release();
  }
}

/** The folder with the database: the one given, or the App's inside a sandbox's. */
function findDataFolder(path: string): string {
  const found = [path, join(path, "app")].find((each) => existsSync(join(each, "database")));
  if (found !== undefined) return found;
  throw new WrongUse(
    `There is no data of a Steward in ${resolve(path)}. Name its folder with --data-dir or DATA_DIR, or set DATABASE_URL.`,
  );
}

async function useAt<T>(location: DatabaseLocation, say: StoreChoice["say"], use: (store: LedgerStore) => Promise<T>): Promise<T> {
  const onFault = (fault: unknown) => say(`The database reported a fault: ${String(fault)}`);
  const store = await openLedger(location, onFault).catch((fault: unknown) => {
    if (location.kind !== "server") throw fault;
    throw new WrongUse(`The database of DATABASE_URL cannot be opened: ${fault instanceof Error ? fault.message : String(fault)}`);
  });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

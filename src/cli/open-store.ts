import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { claimDataFolder, DataFolderRefused, openStore, type Store } from "../adapters/store/index.ts";
import { readStorage } from "../adapters/store/storage.ts";
import { WrongUse } from "./explain/wrong-use.ts";

export interface StoreChoice {
  /** Folder given on the command line; null takes DATABASE_URL, else DATA_DIR, else `.steward`. */
  readonly folder: string | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What else can be done while a running Steward holds the folder, as a sentence; empty for nothing. */
  readonly whenInUse: string;
  /** Told what takes a while. */
  readonly say: (message: string) => void;
}

/**
 * Opens the data that `npm start` keeps, for as long as `use` takes; neither folder nor database is made. Throws `WrongUse` where
 * there is none, or where a running Steward holds it.
 */
export async function withStore<T>(choice: StoreChoice, use: (store: Store) => Promise<T>): Promise<T> {
  const { folder, environment } = choice;
  const get = (name: string) => environment[name]?.trim() || undefined;
  const storage = readStorage(folder === null ? get("DATABASE_URL") : undefined, folder ?? get("DATA_DIR"));
  if (!storage.ok) throw new WrongUse(storage.error);
  if (storage.value.kind === "server") return useAt({ kind: "server", url: storage.value.url }, choice, use);
  const path = findDataFolder(storage.value.path);
  const claimed = await claimDataFolder(path, { owner: "whose-it-is", onWait: choice.say, onLost: () => process.exit(70) }).catch(
    (fault: unknown) => {
      if (!(fault instanceof DataFolderRefused)) throw fault;
      throw new WrongUse(`${resolve(path)} is in use by a running Steward. ${choice.whenInUse}`.trim());
    },
  );
  try {
    return await useAt({ kind: "folder", path: claimed.database }, choice, use);
  } finally {
    await claimed.release();
  }
}

async function useAt<T>(location: Parameters<typeof openStore>[0], { say }: StoreChoice, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(location, { onFault: (fault) => say(`The database reported a fault: ${String(fault)}`) }).catch(
    (fault: unknown) => {
      if (location.kind !== "server") throw fault;
      throw new WrongUse(`The database of DATABASE_URL cannot be opened: ${fault instanceof Error ? fault.message : String(fault)}`);
    },
  );
  try {
    return await use(store);
  } finally {
    await store.close();
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

import { claimDataFolder, openStore, type Store } from "../adapters/store/index.ts";
import type { AppOptions } from "./app-options.ts";

/** The store that `options` name. What is to be closed afterwards is added to `closing`, the first opened first. */
export async function openStorage(options: AppOptions, closing: (() => Promise<void>)[]): Promise<Store> {
  const { storage, log } = options;
  const progress = options.onProgress ?? (() => undefined);
  const onFault = (fault: unknown) => log.error({ err: fault }, "The database or the queue reported a fault");
  if (storage.kind === "folder") {
    const folder = await claimDataFolder(storage.path, {
      owner: storage.owner,
      onWait: progress,
      onLost: options.onFolderLost,
    });
    closing.push(folder.release);
    progress("Opening the embedded database (the first time takes some seconds)");
    const store = await openStore({ kind: "folder", path: folder.database }, { onFault });
    closing.push(store.close);
    return store;
  }
  progress("Opening the database");
  const store = await openStore(storage, { onFault });
  closing.push(store.close);
  return store;
}

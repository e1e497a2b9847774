import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lock } from "proper-lockfile";

/** The folder cannot be used, in words for whoever started the program. */
export class DataFolderRefused extends Error {
  override readonly name: string = "DataFolderRefused";
}

/** Another process has it. */
export class DataFolderInUse extends DataFolderRefused {
  override readonly name = "DataFolderInUse";
}

export interface DataFolder {
  /** Where the embedded database lies. */
  readonly database: string;
  release(): Promise<void>;
}

export interface DataFolderOptions {
  /** Invented data and real decisions never share a folder. `either`: it is somebody's already, and stays theirs. */
  readonly owner: "sandbox" | "real" | "either";
  /** Told once when another process holds the folder or died holding it. */
  readonly onWait: (message: string) => void;
  /** The lock was lost: another process may open the database at any moment, and both would destroy it. Stop at once. */
  readonly onLost: (fault: Error) => void;
  readonly times?: LockTimes;
}

/** In milliseconds. */
export interface LockTimes {
  /** A lock that was not refreshed for so long is a dead process's. */
  readonly staleAfter: number;
  readonly refreshEvery: number;
  readonly longestWait: number;
}

export const usualTimes: LockTimes = { staleAfter: 10_000, refreshEvery: 2_000, longestWait: 15_000 };

/** Takes the folder for this process alone. The embedded database has no lock of its own and loses rows when two open it. */
export async function claimDataFolder(path: string, options: DataFolderOptions): Promise<DataFolder> {
  const folder = resolve(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await refuseOtherOwner(folder, options.owner);
  const release = await takeLock(folder, options);
  try {
    // Written under the lock, and read again: of two first starts at once, the second sees the first one's.
    await refuseOtherOwner(folder, options.owner);
    if (options.owner !== "either") await writeFile(ownerFileOf(folder), `${options.owner}\n`);
  } catch (fault) {
    await release();
    throw fault;
  }
  return { database: join(folder, "database"), release };
}

export const ownerFileOf = (folder: string) => join(folder, "belongs-to");
export const lockFolderOf = (folder: string) => join(folder, "in-use");

async function refuseOtherOwner(folder: string, owner: DataFolderOptions["owner"]): Promise<void> {
  const found = (await readFile(ownerFileOf(folder), "utf8").catch(() => owner)).trim();
  if (found === owner || owner === "either") return;
  throw new DataFolderRefused(
    owner === "sandbox"
      ? `The folder ${folder} belongs to a real installation, and a sandbox would write invented data into it. Start the sandbox with --data-dir and another folder.`
      : `The folder ${folder} belongs to a sandbox and holds invented data. Set DATA_DIR to another folder for the real installation.`,
  );
}

async function takeLock(folder: string, options: DataFolderOptions): Promise<() => Promise<void>> {
  const { staleAfter, refreshEvery, longestWait } = options.times ?? usualTimes;
  const deadline = performance.now() + longestWait;
  const attempt = () =>
    lock(folder, { lockfilePath: lockFolderOf(folder), stale: staleAfter, update: refreshEvery, onCompromised: options.onLost });
  const seen = await lastRefresh(folder);
  for (let told = false; ; told = true) {
    try {
      return await attempt();
    } catch (fault) {
      if (!isHeld(fault)) throw fault;
    }
    if (!told)
      options.onWait(`The folder ${folder} is marked as in use. If the last run was killed, its mark lapses within 15 seconds: waiting.`);
    await sleep(250);
    const refreshed = await lastRefresh(folder);
    if (refreshed > seen || performance.now() > deadline) throw inUse(folder);
  }
}

/** A living holder touches its lock every two seconds; a dead one's stays as it was. 0 when there is no lock. */
async function lastRefresh(folder: string): Promise<number> {
  return (await stat(lockFolderOf(folder)).catch(() => null))?.mtimeMs ?? 0;
}

function isHeld(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && fault.code === "ELOCKED";
}

function inUse(folder: string): DataFolderInUse {
  return new DataFolderInUse(
    `Another running process uses the folder ${folder}. Stop it first, or choose another folder (DATA_DIR, or --data-dir for the sandbox).`,
  );
}

import type { CommentOrigins } from "../../ports/comment-origins.ts";
import type { Ledger } from "../../ports/ledger.ts";
import type { Cache, ReceiptStore, SubjectStore } from "../../ports/store.ts";
import type { Leases } from "../../ports/store-lease.ts";
import { createCache } from "./cache.ts";
import { createCommentOrigins } from "./comment-origins.ts";
import { type DatabaseLocation, type OpenDatabase, openDatabase } from "./database.ts";
import { createInbox, type Inbox } from "./inbox.ts";
import { createJobQueue, type QueueTimes } from "./job-queue.ts";
import { createLeases, type LeaseTimes, lapseAllLeases } from "./leases.ts";
import { createLedger } from "./ledger.ts";
import { createReceiptStore } from "./receipts.ts";
import { createRepositoryStore, type RepositoryStore } from "./repositories.ts";
import { createSubjectStore } from "./subjects.ts";

export { claimDataFolder, DataFolderInUse, DataFolderRefused } from "./data-folder.ts";
export type { DatabaseLocation, OpenDatabase } from "./database.ts";
export type { Delivery } from "./delivery.ts";
export { exportLedger } from "./export-ledger.ts";
export type { Arrival, Backlog, DeadRow, Inbox, Work } from "./inbox.ts";
export { inspectDataFolder, inspectServer } from "./inspect.ts";
export { type LedgerStore, openLedger } from "./open-ledger.ts";
export type { InstalledRepository, RepositoryStore } from "./repositories.ts";

/** Everything that is kept between two passes, in one database. */
export interface Store {
  readonly ledger: Ledger;
  readonly subjects: SubjectStore;
  readonly receipts: ReceiptStore;
  readonly cache: Cache;
  readonly leases: Leases;
  readonly origins: CommentOrigins;
  readonly inbox: Inbox;
  readonly repositories: RepositoryStore;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Faults outside any call: a broken idle connection, a failed maintenance of the queue. */
  readonly onFault: (fault: unknown) => void;
  readonly leaseTimes?: LeaseTimes;
  readonly queueTimes?: QueueTimes;
}

/** Retries at 1, 2, 4 … 60 seconds; waiting deliveries of the same subject wait with the one that is retried. */
const usualQueueTimes: QueueTimes = { retrySeconds: 1, longestRetrySeconds: 60 };

export async function openStore(location: DatabaseLocation, options: StoreOptions): Promise<Store> {
  const database = await openDatabase(location, options.onFault);
  try {
    return await useDatabase(database, options);
  } catch (fault) {
    await database.close();
    throw fault;
  }
}

/** The store on a database that is open already. */
export async function useDatabase(database: OpenDatabase, options: StoreOptions): Promise<Store> {
  const { db } = database;
  const jobs = createJobQueue(database, options.queueTimes ?? usualQueueTimes, options.onFault);
  const inbox = createInbox(db, jobs);
  try {
    await jobs.start();
    if (database.engine === "embedded") {
      // Nobody else works on it: what was in work when the last process ended is taken up at once.
      await lapseAllLeases(db);
      await inbox.rebuildQueue();
    }
  } catch (fault) {
    await jobs.stop();
    throw fault;
  }
  return {
    ledger: createLedger(db),
    subjects: createSubjectStore(db),
    receipts: createReceiptStore(db),
    cache: createCache(db),
    leases: createLeases(db, options.leaseTimes),
    origins: createCommentOrigins(db),
    inbox,
    repositories: createRepositoryStore(db),
    ping: database.ping,
    async close() {
      await jobs.stop();
      await database.close();
    },
  };
}

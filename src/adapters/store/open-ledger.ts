import type { Ledger } from "../../ports/ledger.ts";
import type { Cache, SubjectStore } from "../../ports/store.ts";
import type { Leases } from "../../ports/store-lease.ts";
import { createCache } from "./cache.ts";
import { type DatabaseLocation, openDatabase } from "./database.ts";
import { createLeases } from "./leases.ts";
import { createLedger } from "./ledger.ts";
import { createRepositoryStore, type RepositoryStore } from "./repositories.ts";
import { createSubjectStore } from "./subjects.ts";

/** What a command of whoever runs Steward needs: the record, without the queue that carries the work. */
export interface LedgerStore {
  readonly ledger: Ledger;
  readonly leases: Leases;
  readonly repositories: Pick<RepositoryStore, "list">;
  readonly subjects: Pick<SubjectStore, "list">;
  readonly cache: Pick<Cache, "get">;
  close(): Promise<void>;
}

export async function openLedger(location: DatabaseLocation, onFault: (fault: unknown) => void): Promise<LedgerStore> {
  const { db, close } = await openDatabase(location, onFault);
  return {
    ledger: createLedger(db),
    leases: createLeases(db),
    repositories: createRepositoryStore(db),
    subjects: createSubjectStore(db),
    cache: createCache(db),
    close,
  };
}

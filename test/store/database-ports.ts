import { sql } from "drizzle-orm";
import { createCache } from "../../src/adapters/store/cache.ts";
import type { OpenDatabase } from "../../src/adapters/store/database.ts";
import { createLeases } from "../../src/adapters/store/leases.ts";
import { createLedger } from "../../src/adapters/store/ledger.ts";
import { createReceiptStore } from "../../src/adapters/store/receipts.ts";
import { createSubjectStore } from "../../src/adapters/store/subjects.ts";
import type { PortsUnderTest } from "./port-contract.ts";

/** The ports on a database, without the queue; `takeOver` acts as a second process does once a lease has lapsed. */
export function portsOn({ db }: OpenDatabase): PortsUnderTest {
  const otherProcess = createLeases(db);
  return {
    ledger: createLedger(db),
    subjects: createSubjectStore(db),
    receipts: createReceiptStore(db),
    cache: createCache(db),
    leases: createLeases(db),
    async takeOver(key) {
      await db.execute(sql`update steward.locks set expires_at = clock_timestamp() where key = ${key}`);
      if ((await otherProcess.withLease(key, async () => true)) === null) throw new Error(`The lease on ${key} did not lapse`);
    },
  };
}

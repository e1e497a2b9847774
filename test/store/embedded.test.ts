import { afterAll, beforeAll } from "@jest/globals";
import type { OpenDatabase } from "../../src/adapters/store/database.ts";
import { type Store, useDatabase } from "../../src/adapters/store/index.ts";
import { openTestDatabase } from "../support/embedded-database.ts";
import { portsOn } from "./database-ports.ts";
import { describeInbox } from "./inbox-contract.ts";
import { describeLedgerGuard } from "./ledger-guard-contract.ts";
import { describePorts } from "./port-contract.ts";

let database: OpenDatabase;
let store: Store;
beforeAll(async () => {
  database = await openTestDatabase();
  store = await useDatabase(database, { onFault: console.error, queueTimes: { retrySeconds: 0, longestRetrySeconds: 1 } });
});
afterAll(() => store.close());

describePorts("storage in the embedded database", async () => portsOn(database));
describeLedgerGuard("the ledger's table in the embedded database", async () => database.db);
describeInbox("the inbox in the embedded database", async () => ({ store, db: database.db }));

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { sql } from "drizzle-orm";
import { type OpenDatabase, openDatabase } from "../../src/adapters/store/database.ts";
import { inspectServer, type Store, useDatabase } from "../../src/adapters/store/index.ts";
import { createLeases } from "../../src/adapters/store/leases.ts";
import { LeaseLost } from "../../src/ports/store-lease.ts";
import { findPostgres, type PostgresServer } from "../support/postgres-server.ts";
import { portsOn } from "./database-ports.ts";
import { describeInbox } from "./inbox-contract.ts";
import { describeLedgerGuard } from "./ledger-guard-contract.ts";
import { describePorts } from "./port-contract.ts";

const start = findPostgres();
if (start === null) {
  it("storage on a server", () => {
    throw new Error("There is no PostgreSQL to test on: run `npm ci --prefix test/contract`, as `npm test` does, or set DATABASE_URL.");
  });
} else {
  const onFault = (fault: unknown) => console.error(fault);
  const queueTimes = { retrySeconds: 0, longestRetrySeconds: 1 };
  let server: PostgresServer;
  let url: string;
  let database: OpenDatabase;
  let store: Store;
  beforeAll(async () => {
    server = await start();
    url = await server.createDatabase();
    // Several processes that start at the same moment on an empty database.
    const opened = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ kind: "server", url }, onFault)));
    const [first, ...others] = opened;
    if (first === undefined) throw new Error("Nothing was opened");
    database = first;
    await Promise.all(others.map((other) => other.close()));
    store = await useDatabase(database, { onFault, queueTimes });
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  describe("a server, looked at by the doctor", () => {
    it("says who it is, and whether Steward's tables stand there; it makes none", async () => {
      const empty = await server.createDatabase();

      expect(await inspectServer(empty)).toEqual({ version: expect.stringMatching(/^PostgreSQL \d/), hasTables: false, readOnly: false });
      expect(await inspectServer(empty)).toMatchObject({ hasTables: false });
      expect(await inspectServer(url)).toMatchObject({ hasTables: true });
    });

    it("that takes no writes is told from one that does", async () => {
      const options = encodeURIComponent("-c default_transaction_read_only=on");

      expect(await inspectServer(`${url}?options=${options}`)).toMatchObject({ readOnly: true });
    });
  });

  describePorts("storage on a server", async () => portsOn(database));
  describeLedgerGuard("the ledger's table on a server", async () => database.db);
  describeInbox("the inbox on a server", async () => ({ store, db: database.db }));

  describe("two processes on one server", () => {
    let other: Store;
    beforeAll(async () => {
      other = await useDatabase(await openDatabase({ kind: "server", url }, onFault), { onFault, queueTimes });
    });
    afterAll(() => other.close());

    const arrival = (guid: string) => ({
      guid,
      subject: "repo/5/pull/1",
      delivery: { event: "pull_request", action: "opened", sender: null, installationId: 3, repository: null },
    });

    it("record a delivery once between them", async () => {
      const kept = await Promise.all([store, other, store, other].map((one) => one.inbox.record(arrival("same"))));

      expect(kept.sort()).toEqual(["known", "known", "known", "new"]);
    });

    it("never work on one subject at the same time", async () => {
      await store.inbox.record(arrival("another"));

      const taken = (await Promise.all([store.inbox.take(5), other.inbox.take(5), store.inbox.take(5)])).flat();

      expect(taken).toHaveLength(1);
      await other.inbox.finish(taken[0]?.rows ?? []);
      expect(await store.inbox.take(5)).toEqual([]);
    });

    it("take each subject from a writer that stalled, who then cannot write and is told", async () => {
      const stalled = createLeases(database.db, { milliseconds: 30, renewEvery: 60_000 });
      let told: unknown;
      const [first, second] = await new Promise<readonly number[]>((resolve, reject) => {
        void stalled
          .withLease("repo/5/pull/9", async (mine) => {
            for (;;) {
              const next = await other.leases.withLease("repo/5/pull/9", async (theirs) => theirs.token);
              if (next !== null) return resolve([mine.token, next.value]);
            }
          })
          .catch(reject);
      });
      await createLeases(database.db, { milliseconds: 10_000, renewEvery: 5 })
        .withLease("repo/5/pull/10", async (lease) => {
          await database.db.execute(sql`update steward.locks set token = token + 1, owner = gen_random_uuid() where key = ${lease.key}`);
          await new Promise((resolve) => lease.signal.addEventListener("abort", resolve));
          lease.signal.throwIfAborted();
        })
        .catch((fault: unknown) => {
          told = fault;
        });

      expect(second).toBeGreaterThan(first ?? Number.NaN);
      expect(told).toBeInstanceOf(LeaseLost);
    });
  });

  it("starts again on a database that is up to date", async () => {
    const again = await openDatabase({ kind: "server", url }, onFault);
    await again.ping();
    await again.close();
  });

  it("says so when the server cannot be reached", async () => {
    const nowhere = new URL(url);
    nowhere.port = "1";

    await expect(openDatabase({ kind: "server", url: nowhere.href }, onFault)).rejects.toThrow("ECONNREFUSED");
  });
}

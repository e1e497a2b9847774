import { beforeAll, describe, expect, it } from "@jest/globals";
import { sql } from "drizzle-orm";
import type { Database } from "../../src/adapters/store/database.ts";
import { createLeases } from "../../src/adapters/store/leases.ts";
import { createLedger } from "../../src/adapters/store/ledger.ts";
import { chainEvent, findBrokenLink } from "../../src/domain/ledger-chain.ts";
import { subjectKey } from "../../src/ports/ledger.ts";
import { aSubject, opened } from "../support/ledger-facts.ts";

/** What the database itself keeps to, whoever is connected to it. */
export function describeLedgerGuard(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let db: Database;
    const subject = aSubject();
    beforeAll(async () => {
      db = await open();
      await createLeases(db).withLease(subjectKey(subject), (lease) =>
        createLedger(db).append(subject, 0, [opened("mira"), opened("noor"), opened("ravi")], lease),
      );
    });

    const refusal = (...statements: readonly string[]) =>
      db
        .transaction(async (tx) => {
          for (const statement of statements) await tx.execute(sql.raw(statement));
        })
        .then(
          () => "done",
          (fault: unknown) => (fault instanceof Error && fault.cause instanceof Error ? fault.cause.message : String(fault)),
        );

    it.each<[string, readonly string[]]>([
      ["update", ["update steward.ledger set constitution = 'mine'"]],
      ["update of nothing", ["update steward.ledger set constitution = 'mine' where false"]],
      ["delete", ["delete from steward.ledger"]],
      ["truncate", ["truncate steward.ledger"]],
      ["update with ordinary triggers off", ["set local session_replication_role = replica", "update steward.ledger set sequence = 9"]],
    ])("refuses: %s", async (_what, statements) => {
      expect(await refusal(...statements)).toMatch(/append-only|permission denied/);

      expect(await createLedger(db).read(subject)).toHaveLength(3);
    });

    it("refuses a second event with the same number", async () => {
      const copy = `insert into steward.ledger select * from steward.ledger where pull_request = ${subject.pullRequest} and sequence = 2`;

      expect(await refusal(copy)).toMatch(/duplicate key/);
    });

    it("shows by its hashes what somebody with the whole database in their hands did", async () => {
      const events = await createLedger(db).read(subject);
      const [first, second, third] = events;
      if (!first || !second || !third) throw new Error("Three events were expected");
      const forged = { ...second, constitution: "mine" };
      const sealed = chainEvent(subject, first, forged, null);

      expect(findBrokenLink(subject, events)).toBeNull();
      expect(findBrokenLink(subject, [first, forged, third])).toBe(2);
      expect(findBrokenLink(subject, [first, sealed, third])).toBe(3);
      expect(findBrokenLink(subject, [first, third])).toBe(2);
      expect(findBrokenLink(subject, [second, third])).toBe(1);
      expect(findBrokenLink({ ...subject, repositoryId: 99 }, events)).toBe(1);
      expect(findBrokenLink(subject, [{ ...first, sequence: 2 }])).toBe(1);
    });
  });
}

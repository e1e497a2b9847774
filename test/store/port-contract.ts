import { beforeAll, describe, expect, it } from "@jest/globals";
import { commitmentOf, findBrokenLink } from "../../src/domain/ledger-chain.ts";
import type { Receipt } from "../../src/domain/receipt.ts";
import { instant } from "../../src/kernel/instant.ts";
import { type Ledger, LedgerConflict, subjectKey } from "../../src/ports/ledger.ts";
import type { Cache, ReceiptStore, SubjectStore } from "../../src/ports/store.ts";
import { LeaseLost, type Leases } from "../../src/ports/store-lease.ts";
import { aState, aSubject, aView, noon, opened } from "../support/ledger-facts.ts";

export interface PortsUnderTest {
  readonly ledger: Ledger;
  readonly subjects: SubjectStore;
  readonly receipts: ReceiptStore;
  readonly cache: Cache;
  readonly leases: Leases;
  /** What happens when a holder stalls past its lease and another process takes the key. */
  takeOver(key: string): Promise<void>;
}

/** What every implementation of the storage ports keeps to: the embedded engine, a server, and the one in memory for tests. */
export function describePorts(name: string, open: () => Promise<PortsUnderTest>): void {
  describe(name, () => {
    let store: PortsUnderTest;
    beforeAll(async () => {
      store = await open();
    });

    /** Appends with a lease of its own. */
    async function append(subject: ReturnType<typeof aSubject>, expected: number, ...events: ReturnType<typeof opened>[]) {
      const done = await store.leases.withLease(subjectKey(subject), (lease) => store.ledger.append(subject, expected, events, lease));
      if (done === null) throw new Error("The lease was held");
      return done.value;
    }

    describe("the ledger", () => {
      it("numbers events from 1 and chains them", async () => {
        const subject = aSubject();

        const first = await append(subject, 0, opened("mira"), opened("noor"));
        const second = await append(subject, 2, opened("ravi"));

        const read = await store.ledger.read(subject);
        expect(read).toEqual([...first, ...second]);
        expect(read.map((event) => event.sequence)).toEqual([1, 2, 3]);
        expect(read[0]).toMatchObject(opened("mira"));
        expect(findBrokenLink(subject, read)).toBeNull();
      });

      it("keeps what people write, whatever the characters", async () => {
        const subject = aSubject();
        const nasty = 'nul \0, half a pair \ud800, "quotes", \u202e and \\';

        await append(subject, 0, opened(nasty));

        const read = await store.ledger.read(subject);
        expect(read[0]?.fact).toMatchObject({ author: nasty });
        expect(findBrokenLink(subject, read)).toBeNull();
      });

      it("refuses a writer who has not read the latest event, and writes nothing of theirs", async () => {
        const subject = aSubject();
        await append(subject, 0, opened("mira"));

        await expect(append(subject, 0, opened("late"))).rejects.toThrow(LedgerConflict);
        await expect(append(subject, 2, opened("early"))).rejects.toThrow(LedgerConflict);

        expect(await store.ledger.read(subject)).toHaveLength(1);
      });

      it("refuses a writer whose lease was taken over, and writes nothing of theirs", async () => {
        const subject = aSubject();
        const key = subjectKey(subject);

        const stalled = store.leases.withLease(key, async (lease) => {
          await store.takeOver(key);
          return store.ledger.append(subject, 0, [opened()], lease);
        });

        await expect(stalled).rejects.toThrow(LeaseLost);
        expect(await store.ledger.read(subject)).toEqual([]);
      });

      it("refuses a lease on another subject", async () => {
        const [subject, other] = [aSubject(), aSubject()];

        const mistaken = store.leases.withLease(subjectKey(other), (lease) => store.ledger.append(subject, 0, [opened()], lease));

        await expect(mistaken).rejects.toThrow(LeaseLost);
      });

      it("refuses a lease that was given back", async () => {
        const subject = aSubject();
        const ended = await store.leases.withLease(subjectKey(subject), async (lease) => lease);
        if (ended === null) throw new Error("The lease was held");

        await expect(store.ledger.append(subject, 0, [opened()], ended.value)).rejects.toThrow(LeaseLost);
      });

      it("appends nothing when there is nothing to record", async () => {
        const subject = aSubject();

        expect(await append(subject, 0)).toEqual([]);
        expect(await store.ledger.read(subject)).toEqual([]);
      });
    });

    describe("reasons", () => {
      const withReason = (reason: string) => ({ ...opened(), reason });

      it("stand apart from the chain as salted commitments, and are read with their event", async () => {
        const subject = aSubject();
        const nasty = 'nul \0, "quotes", \u202e and\nlines';

        await append(subject, 0, opened("mira"), withReason(nasty));

        const [without, given] = await store.ledger.readSealed(subject);
        expect(without).toMatchObject({ reason: null, commitment: null, salt: null });
        expect(given?.reason).toBe(nasty);
        expect(given?.commitment).toBe(commitmentOf(given?.salt ?? "", nasty));
        expect((await store.ledger.read(subject))[1]).toEqual({ ...given, salt: undefined });
        expect(findBrokenLink(subject, await store.ledger.read(subject))).toBeNull();
      });

      it("are made of whole characters, so that a hash tells any two apart", async () => {
        const subject = aSubject();

        const [event] = await append(subject, 0, withReason("half \ud800"));

        expect(event?.reason).toBe("half \ufffd");
        expect((await store.ledger.read(subject))[0]?.reason).toBe("half \ufffd");
      });

      it("are forgotten with their salt once redacted, and the chain holds", async () => {
        const subject = aSubject();
        await append(subject, 0, withReason("first"), withReason("second"), opened());
        const before = await store.ledger.read(subject);

        expect(await store.ledger.redact(subject, 2)).toBe(true);

        const [first, second] = await store.ledger.readSealed(subject);
        expect(first?.reason).toBe("first");
        expect(second).toEqual({ ...before[1], reason: null, salt: null });
        expect(findBrokenLink(subject, await store.ledger.read(subject))).toBeNull();
      });

      it("are redacted once, and only where one stands", async () => {
        const [subject, other] = [aSubject(), aSubject()];
        await append(subject, 0, withReason("first"), opened());
        await store.ledger.redact(subject, 1);

        expect(await store.ledger.redact(subject, 1)).toBe(false);
        expect(await store.ledger.redact(subject, 2)).toBe(false);
        expect(await store.ledger.redact(subject, 9)).toBe(false);
        expect(await store.ledger.redact(other, 1)).toBe(false);
      });

      it("are shown nowhere else for long: a redaction makes a pass due", async () => {
        const [subject, other] = [aSubject(), aSubject()];
        const look = (each: typeof subject) =>
          store.leases.withLease(subjectKey(each), (lease) => store.subjects.save(aState(each, { nextLook: null }), lease));
        for (const each of [subject, other]) {
          await append(each, 0, withReason("first"));
          await look(each);
        }

        await store.ledger.redact(subject, 1);

        expect(await store.subjects.listDue(instant("1990-01-01T00:00:00Z"), 10)).toEqual([subject]);
        expect(await store.subjects.read(subject)).toMatchObject({ fingerprint: null });
        expect(await store.subjects.read(other)).toMatchObject({ fingerprint: "f1", nextLook: null });
        await look(subject);
      });
    });

    it("every proposal with an event is listed, by repository and number", async () => {
      const [second, first, empty] = [aSubject(5_002), aSubject(5_001), aSubject(5_001)];
      const third = aSubject(5_002);
      for (const subject of [third, second, first]) await append(subject, 0, opened(), opened());
      await append(empty, 0);

      const listed = await store.ledger.list();

      expect(listed.filter(({ repositoryId }) => repositoryId > 5_000 && repositoryId < 5_003)).toEqual([first, second, third]);
    });

    it("reminders are listed by whom they name, over all proposals of a repository, since a time", async () => {
      const reminded = (at: string, ...logins: string[]) => ({
        ...opened(),
        at: instant(at),
        fact: { type: "reminded" as const, about: "turn/draft/1", logins },
      });
      const [here, beside, elsewhere] = [aSubject(5_010), aSubject(5_010), aSubject(5_011)];
      const [first, second, third] = ["2026-11-20T10:00:00.000Z", "2026-11-21T10:00:00.000Z", "2026-11-22T10:00:00.000Z"] as const;
      await append(here, 0, opened("Petra"), reminded(first, "Petra", "noor"), reminded(third, "petra", "PETRA"));
      await append(beside, 0, reminded(second, "petra"));
      await append(elsewhere, 0, reminded(second, "petra"));

      expect(await store.ledger.listReminders(5_010, instant(first))).toEqual(
        new Map([
          ["petra", [first, second, third]],
          ["noor", [first]],
        ]),
      );
      expect(await store.ledger.listReminders(5_010, instant("2026-11-20T10:00:00.001Z"))).toEqual(new Map([["petra", [second, third]]]));
      expect(await store.ledger.listReminders(5_012, instant(first))).toEqual(new Map());
    });

    describe("a lease", () => {
      it("is for one holder at a time", async () => {
        const key = subjectKey(aSubject());

        await store.leases.withLease(key, async () => {
          expect(await store.leases.withLease(key, async () => "second")).toBeNull();
        });

        expect(await store.leases.withLease(key, async () => "after")).toEqual({ value: "after" });
      });

      it("has a higher token for each holder, also after a fault", async () => {
        const key = subjectKey(aSubject());
        const tokens: number[] = [];
        for (let turn = 0; turn < 3; turn += 1) {
          await store.leases
            .withLease(key, async (lease) => {
              tokens.push(lease.token);
              throw new Error("the pass failed");
            })
            .catch(() => undefined);
        }

        expect(tokens).toHaveLength(3);
        expect([...new Set(tokens)].sort((a, b) => a - b)).toEqual(tokens);
      });

      it("passes on the fault of the work", async () => {
        const work = store.leases.withLease(subjectKey(aSubject()), async () => {
          throw new Error("the pass failed");
        });

        await expect(work).rejects.toThrow("the pass failed");
      });
    });

    describe("the state of subjects", () => {
      const keep = (state: ReturnType<typeof aState>) =>
        store.leases.withLease(subjectKey(state.subject), (lease) => store.subjects.save(state, lease));

      it("is what was saved last", async () => {
        const subject = aSubject();
        await keep(aState(subject, { fingerprint: "f1" }));
        const last = aState(subject, {
          fingerprint: null,
          view: aView("half \ud800 \0"),
          nextLook: instant("2026-12-01T00:00:00Z"),
          checkConclusion: null,
        });

        await keep(last);

        expect(await store.subjects.read(subject)).toEqual(last);
        expect(await store.subjects.read(aSubject())).toBeNull();
      });

      it("is not replaced by a pass whose lease was taken over", async () => {
        const subject = aSubject();
        const key = subjectKey(subject);

        const stalled = store.leases.withLease(key, async (lease) => {
          await store.takeOver(key);
          return store.subjects.save(aState(subject), lease);
        });

        await expect(stalled).rejects.toThrow(LeaseLost);
        expect(await store.subjects.read(subject)).toBeNull();
      });

      it("is listed by repository and, while open, by head commit", async () => {
        const [first, second, closed, elsewhere] = [aSubject(77), aSubject(77), aSubject(77), aSubject(78)];
        const headSha = "b".repeat(40);
        for (const state of [
          aState(second, { headSha }),
          aState(first, { headSha }),
          aState(closed, { headSha, open: false }),
          aState(elsewhere, { headSha }),
        ])
          await keep(state);

        expect((await store.subjects.list(77)).map((state) => state.subject)).toEqual([first, second, closed]);
        expect((await store.subjects.listByHead(77, headSha)).map((state) => state.subject)).toEqual([first, second]);
        expect(await store.subjects.listByHead(77, "c".repeat(40))).toEqual([]);
        const swept = [first, second].map((subject) => ({
          subject,
          fingerprint: aState(subject).fingerprint,
          nextLook: aState(subject).nextLook,
        }));
        expect(await store.subjects.listOpen(77)).toEqual(swept);
      });

      it("counts the escalations that wait for each handler while they are open", async () => {
        const handled = (handler: string | null, open = true) => aState(aSubject(5_020), { open, view: { ...aView(), handler } });
        for (const state of [handled("Noor"), handled("noor"), handled("ravi"), handled(null), handled("ravi", false)]) await keep(state);
        await keep(aState(aSubject(5_020)));
        await keep(aState(aSubject(5_021), { view: { ...aView(), handler: "lena" } }));

        expect(await store.subjects.countHandled(5_020)).toEqual(
          new Map([
            ["noor", 2],
            ["ravi", 1],
          ]),
        );
      });

      it("is due from its next look on, the longest due first", async () => {
        const [soon, now, never, overdue] = [aSubject(), aSubject(), aSubject(), aSubject()];
        await keep(aState(soon, { nextLook: instant("2020-01-01T00:00:00.001Z") }));
        await keep(aState(now, { nextLook: instant("2020-01-01T00:00:00Z") }));
        await keep(aState(never, { nextLook: null }));
        await keep(aState(overdue, { nextLook: instant("2019-01-01T00:00:00Z") }));

        const at = instant("2020-01-01T00:00:00Z");
        expect(await store.subjects.listDue(at, 10)).toEqual([overdue, now]);
        expect(await store.subjects.listDue(at, 1)).toEqual([overdue]);
      });
    });

    describe("receipts", () => {
      const receipt = (at: string, outcome: Receipt["outcome"] = "applied", detail = at): Receipt => ({
        effect: "add-labels",
        outcome,
        at: instant(at),
        detail,
      });

      it("are read newest first", async () => {
        const subject = aSubject();
        await store.ledger.keepReceipts(subject, [receipt("2026-01-01T00:00:00Z"), receipt("2026-01-01T00:00:01Z")]);
        await store.ledger.keepReceipts(subject, []);
        await store.ledger.keepReceipts(subject, [receipt("2026-01-01T00:00:02Z", "failed")]);

        expect(await store.receipts.read(subject, 2)).toEqual([receipt("2026-01-01T00:00:02Z", "failed"), receipt("2026-01-01T00:00:01Z")]);
      });

      it("count against the brake only when applied, since the given time, in the same repository", async () => {
        const [here, alsoHere, elsewhere] = [aSubject(91), aSubject(91), aSubject(92)];
        await store.ledger.keepReceipts(here, [receipt("2026-01-01T10:59:59Z"), receipt("2026-01-01T11:00:00Z")]);
        await store.ledger.keepReceipts(alsoHere, [receipt("2026-01-01T11:30:00Z"), receipt("2026-01-01T11:30:00Z", "withheld")]);
        await store.ledger.keepReceipts(elsewhere, [receipt("2026-01-01T11:30:00Z")]);

        expect(await store.receipts.countApplied(91, instant("2026-01-01T11:00:00Z"))).toBe(2);
        expect(await store.receipts.countApplied(93, noon)).toBe(0);
      });
    });

    describe("the cache", () => {
      it.each([[{ list: [1, null, "half \ud800 \0"] }], [null], ["text"], [[]]])("gives back %j", async (value) => {
        await store.cache.put("constitution/1", "earlier");
        await store.cache.put("constitution/1", value);

        expect(await store.cache.get("constitution/1")).toEqual(value);
      });

      it("has nothing for a key never put", async () => {
        expect(await store.cache.get("never")).toBeUndefined();
      });
    });
  });
}

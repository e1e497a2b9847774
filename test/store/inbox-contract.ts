import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../src/adapters/store/database.ts";
import type { Arrival, Store, Work } from "../../src/adapters/store/index.ts";
import { inbox } from "../../src/adapters/store/schema.ts";

/** What the inbox and its queue keep to, on the embedded engine and on a server. Retries of this store must come without a pause. */
export function describeInbox(name: string, open: () => Promise<{ readonly store: Store; readonly db: Database }>): void {
  describe(name, () => {
    let store: Store;
    let db: Database;
    beforeAll(async () => {
      ({ store, db } = await open());
    });

    /** Ids of the subject's rows that are not done. */
    async function openRows(subject: string): Promise<readonly string[]> {
      const rows = await db
        .select({ id: inbox.id })
        .from(inbox)
        .where(and(eq(inbox.subject, subject), isNull(inbox.doneAt)));
      return rows.map(({ id }) => id);
    }

    let subjects = 0;
    const aSubject = (): string => {
      subjects += 1;
      return `repo/1/pull/${subjects}`;
    };
    const arrival = (subject: string, guid: string = randomUUID()): Arrival => ({
      guid,
      subject,
      delivery: { event: "pull_request", action: "opened", sender: null, installationId: 3, repository: null },
    });

    /** Takes until nothing more comes; jobs of subjects in work stay in the queue. */
    async function takeAll(): Promise<readonly Work[]> {
      const works: Work[] = [];
      for (let more = await store.inbox.take(50); more.length > 0; more = await store.inbox.take(50)) works.push(...more);
      return works;
    }

    async function finishAll(): Promise<number> {
      let finished = 0;
      for (let works = await takeAll(); works.length > 0; works = await takeAll()) {
        await Promise.all(works.map(({ rows }) => store.inbox.finish(rows)));
        finished += works.reduce((sum, { rows }) => sum + rows.length, 0);
      }
      return finished;
    }

    it("records a delivery once, however often and however close together it comes", async () => {
      const subject = aSubject();
      const guid = randomUUID();

      const first = await Promise.all([1, 2, 3].map(() => store.inbox.record(arrival(subject, guid))));
      const again = await store.inbox.record(arrival(subject, guid));

      expect([...first, again].sort()).toEqual(["known", "known", "known", "new"]);
      expect(await openRows(subject)).toHaveLength(1);
      expect(await takeAll()).toHaveLength(1);
      await store.inbox.finish(await openRows(subject));
      expect(await store.inbox.record(arrival(subject, guid))).toBe("known");
      expect(await takeAll()).toEqual([]);
    });

    it("tells through which App the comments that wait were written, and of no others", async () => {
      const [subject, other] = [aSubject(), aSubject()];
      const about = (key: string, comment: { readonly id: number; readonly viaApp: string | null }): Arrival => {
        const plain = arrival(key);
        return { ...plain, delivery: { ...plain.delivery, event: "issue_comment", comment } };
      };
      await store.inbox.record(about(subject, { id: 901, viaApp: "merge-helper" }));
      await store.inbox.finish(await openRows(subject));
      await store.inbox.record(about(subject, { id: 3_400_000_002, viaApp: "merge-helper" }));
      await store.inbox.record(about(subject, { id: 903, viaApp: null }));
      await store.inbox.record(about(other, { id: 904, viaApp: null }));
      await store.inbox.record(arrival(subject));

      const known = await store.origins.read({ repositoryId: 1, pullRequest: Number(subject.split("/").at(-1)) });

      expect([...known].sort()).toEqual([
        [3_400_000_002, "merge-helper"],
        [903, null],
      ]);
      await finishAll();
    });

    it("gives one job of a subject at a time, and subjects side by side", async () => {
      const [slow, quick] = [aSubject(), aSubject()];
      for (const subject of [slow, slow, quick]) await store.inbox.record(arrival(subject));

      const works = await takeAll();

      expect(works.map((work) => work.subject).sort()).toEqual([slow, quick].sort());
      expect(await takeAll()).toEqual([]);
      expect(await finishRowsOf(works)).toBe(3);
    });

    it("ends every delivery that waited when the pass began, and none that came later", async () => {
      const subject = aSubject();
      for (let count = 0; count < 5; count += 1) await store.inbox.record(arrival(subject));
      const [work] = await takeAll();
      const late = arrival(subject);
      await store.inbox.record(late);

      await store.inbox.finish(work?.rows ?? []);

      expect(work?.rows).toHaveLength(5);
      expect((await takeAll()).map((next) => next.guid)).toEqual([late.guid]);
      expect(await finishRows(subject)).toBe(1);
    });

    it("gives the deliveries of one subject in the order of their arrival", async () => {
      const subject = aSubject();
      const arrivals = [arrival(subject), arrival(subject), arrival(subject)];
      for (const one of arrivals) await store.inbox.record(one);

      const taken: string[] = [];
      for (let [work] = await takeAll(); work !== undefined; [work] = await takeAll()) {
        taken.push(work.guid);
        await store.inbox.finish([work.job.id]);
      }

      expect(taken).toEqual(arrivals.map(({ guid }) => guid));
    });

    it("tries again after a failure, counting, and holds the subject's others back meanwhile", async () => {
      const subject = aSubject();
      const [first, second] = [arrival(subject), arrival(subject)];
      await store.inbox.record(first);
      await store.inbox.record(second);
      const attempts: (readonly [string, number])[] = [];
      for (let turn = 0; turn < 3; turn += 1) {
        for (const work of await takeAll()) {
          attempts.push([work.guid, work.attempt]);
          await store.inbox.retryLater(work, "GitHub was away");
        }
      }

      expect(attempts).toEqual([
        [first.guid, 1],
        [first.guid, 2],
        [first.guid, 3],
      ]);
      await finishAll();
    });

    it("does not count an attempt that GitHub asked to postpone, and waits as long as asked", async () => {
      const subject = aSubject();
      await store.inbox.record(arrival(subject));
      const [work] = await takeAll();
      if (work === undefined) throw new Error("Nothing was taken");

      await store.inbox.postpone(work, "GitHub asks to wait", 3_000);

      expect(await takeAll()).toEqual([]);
      expect(await openRows(subject)).toHaveLength(1);
      await store.inbox.postpone(work, "GitHub asks to wait", 0);
      await store.inbox.finish([work.job.id]);
    });

    it("lists what was given up, lets the subject's others go on, and strikes it off once a pass succeeds", async () => {
      const subject = aSubject();
      const poison = arrival(subject);
      await store.inbox.record(poison);
      await store.inbox.record(arrival(subject));
      const [work] = await takeAll();
      if (work === undefined) throw new Error("Nothing was taken");

      await store.inbox.giveUp(work, "half a pair \ud800 and \0");

      const listed = await store.inbox.listDead(10);
      expect(listed).toMatchObject([{ guid: poison.guid, subject, attempts: 1, error: "half a pair \ufffd and \ufffd" }]);
      expect((await store.inbox.backlog()).dead).toBe(1);
      const others = await takeAll();
      expect(others.map((next) => next.subject)).toEqual([subject]);
      expect(await finishRowsOf(others)).toBe(2);
      expect(await store.inbox.listDead(10)).toEqual([]);
    });

    it("keeps one waiting wish that comes again by itself, and any number of others", async () => {
      const subject = aSubject();
      const wish = (action: string): Arrival => ({
        ...arrival(subject),
        delivery: { ...arrival(subject).delivery, event: "look", action },
      });
      await store.inbox.recordUnlessWaiting(wish("sweep"));
      await store.inbox.recordUnlessWaiting(wish("sweep"));
      await store.inbox.recordUnlessWaiting(wish("timer"));
      await store.inbox.record(wish("sweep"));

      expect(await openRows(subject)).toHaveLength(3);
      await finishAll();
      await store.inbox.recordUnlessWaiting(wish("sweep"));
      expect(await openRows(subject)).toHaveLength(1);
      await finishAll();
    });

    it("loses nothing when the queue is made anew while work is under way", async () => {
      const [inWork, waiting] = [aSubject(), aSubject()];
      await store.inbox.record(arrival(inWork));
      await takeAll();
      await store.inbox.record(arrival(waiting));

      await store.inbox.rebuildQueue();

      const works = await takeAll();
      expect(new Map(works.map(({ subject, attempt }) => [subject, attempt]))).toEqual(
        new Map([
          [inWork, 2],
          [waiting, 1],
        ]),
      );
      expect(await finishRowsOf(works)).toBe(2);
    });

    it("gives a row whose job was lost another, and leaves the jobs of others alone", async () => {
      const [lost, inWork, waiting] = [aSubject(), aSubject(), aSubject()];
      await store.inbox.record(arrival(inWork));
      const [work] = await takeAll();
      await store.inbox.record(arrival(lost));
      await db.execute(sql`delete from steward_jobs.job where id in (select id from steward.inbox where subject = ${lost})`);
      await store.inbox.record(arrival(waiting));

      await store.inbox.restoreJobs(60);
      expect((await takeAll()).map(({ subject }) => subject)).toEqual([waiting]);
      await store.inbox.restoreJobs(-60);

      const works = await takeAll();
      expect(works.map(({ subject }) => subject)).toEqual([lost]);
      await store.inbox.finish(work?.rows ?? []);
      await finishRowsOf(works);
      await finishRows(waiting);
    });

    it("records two hundred at once, each once", async () => {
      const many = Array.from({ length: 200 }, (_, index) => arrival(`repo/2/pull/${index % 10}`));

      const kept = await Promise.all([...many, ...many].map((one) => store.inbox.record(one)));

      expect(kept.filter((outcome) => outcome === "new")).toHaveLength(200);
      expect((await store.inbox.backlog()).waiting).toBe(200);
      expect(await finishAll()).toBe(200);
      expect(await store.inbox.backlog()).toMatchObject({ waiting: 0, oldestSeconds: 0, dead: 0 });
    });

    it("fails a delivery that the database refuses alone, not those that came with it", async () => {
      const good = arrival(aSubject());
      const bad = { ...arrival(aSubject()), guid: "nul \0" };

      const [first, second, third] = await Promise.allSettled([
        store.inbox.record(arrival(aSubject())),
        store.inbox.record(bad),
        store.inbox.record(good),
      ]);

      expect([first?.status, second?.status, third?.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
      await finishAll();
    });

    it("forgets what was done long ago, and nothing else", async () => {
      const subject = aSubject();
      const guid = randomUUID();
      await store.inbox.record(arrival(subject, guid));
      await finishAll();

      await store.inbox.forgetDone(7);
      expect(await store.inbox.record(arrival(subject, guid))).toBe("known");
      await store.inbox.forgetDone(0);
      expect(await store.inbox.record(arrival(subject, guid))).toBe("new");
      await store.inbox.forgetDone(0);
      expect(await openRows(subject)).toHaveLength(1);
      await finishAll();
    });

    async function finishRows(subject: string): Promise<number> {
      const rows = await openRows(subject);
      await store.inbox.finish(rows);
      return rows.length;
    }

    async function finishRowsOf(works: readonly Work[]): Promise<number> {
      await Promise.all(works.map(({ rows }) => store.inbox.finish(rows)));
      return works.flatMap(({ rows }) => rows).length;
    }
  });
}

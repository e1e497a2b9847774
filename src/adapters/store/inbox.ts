import { randomUUID } from "node:crypto";
import { and, asc, count, eq, inArray, isNotNull, isNull, lt, min, type SQL, sql } from "drizzle-orm";
import type { Instant } from "../../kernel/instant.ts";
import type { Database } from "./database.ts";
import type { Delivery } from "./delivery.ts";
import { createGroupCommit } from "./group-commit.ts";
import type { JobQueue, TakenJob } from "./job-queue.ts";
import { inbox } from "./schema.ts";
import { storableText } from "./storable-text.ts";

export interface Arrival {
  /** GitHub's delivery id, or one that Steward makes for a wish of its own. */
  readonly guid: string;
  /** Key of the subject: the unit of order. */
  readonly subject: string;
  readonly delivery: Delivery;
}

/** A job that was taken, with the row it is for. */
export interface Work {
  readonly job: TakenJob;
  readonly guid: string;
  readonly subject: string;
  readonly delivery: Delivery;
  readonly receivedAt: Instant;
  /** 1 at the first attempt. */
  readonly attempt: number;
  /** Ids of all rows that a pass beginning now answers: the waiting ones of the subject, and those given up earlier. */
  readonly rows: readonly string[];
}

export interface DeadRow {
  readonly guid: string;
  readonly subject: string;
  readonly event: string;
  readonly receivedAt: Instant;
  readonly deadAt: Instant;
  readonly attempts: number;
  readonly error: string | null;
}

export interface Backlog {
  readonly waiting: number;
  /** Age of the oldest waiting row in seconds; 0 when none waits. */
  readonly oldestSeconds: number;
  readonly dead: number;
}

/** Durable intake: a row and its job are written together, and a row is work until a pass that began after it has succeeded. */
export interface Inbox {
  /** Resolves once it cannot be lost. `known` when this delivery was recorded before. */
  record(arrival: Arrival): Promise<"new" | "known">;
  /** The same, unless a wish of the same event and action already waits for the subject: for wishes that come again by themselves. */
  recordUnlessWaiting(arrival: Arrival): Promise<void>;
  take(limit: number): Promise<readonly Work[]>;
  finish(rows: readonly string[]): Promise<void>;
  /** Without it, work that takes long is given to another process. */
  keepAlive(works: readonly Work[]): Promise<void>;
  /** After a growing pause. */
  retryLater(work: Work, error: string): Promise<void>;
  /** After the given pause, without counting an attempt: GitHub asked to wait, the work itself did not fail. */
  postpone(work: Work, error: string, seconds: number): Promise<void>;
  /** After the last attempt: the row is listed for operators and no longer blocks its subject. */
  giveUp(work: Work, error: string): Promise<void>;
  backlog(): Promise<Backlog>;
  listDead(limit: number): Promise<readonly DeadRow[]>;
  /** Gives rows that have waited so long a job again, should the queue have lost it: for those that have one, nothing happens. */
  restoreJobs(waitingSeconds: number): Promise<void>;
  /** Makes the queue anew from the rows. Only where no other process works: jobs in work are forgotten. */
  rebuildQueue(): Promise<void>;
  /** Forgets rows that were done longer ago. GitHub redelivers for three days. */
  forgetDone(days: number): Promise<void>;
}

const largestGroup = 200;
const largestRebuild = 1_000;

export function createInbox(db: Database, jobs: JobQueue): Inbox {
  const isOpen = isNull(inbox.doneAt);
  const isWaiting = and(isOpen, isNull(inbox.deadAt));

  async function write(tx: Database, arrivals: readonly Arrival[]): Promise<readonly ("new" | "known")[]> {
    const rows = arrivals.map(({ guid, subject, delivery }) => {
      const { event, action } = delivery;
      return { id: randomUUID(), guid, subject, event, action, delivery };
    });
    const fresh = await tx
      .insert(inbox)
      .values(rows)
      .onConflictDoNothing({ target: inbox.guid })
      .returning({ id: inbox.id, key: inbox.subject });
    if (fresh.length > 0) await jobs.add(tx, fresh);
    const added = new Set(fresh.map(({ id }) => id));
    return rows.map(({ id }) => (added.has(id) ? "new" : "known"));
  }

  const record = createGroupCommit<Arrival, "new" | "known">((arrivals) => db.transaction((tx) => write(tx, arrivals)), {
    maximum: largestGroup,
    isOfOneItem: isAboutData,
  });

  async function openRowsOf(subjects: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    if (subjects.length === 0) return new Map();
    const rows = await db
      .select({ id: inbox.id, subject: inbox.subject })
      .from(inbox)
      .where(and(isOpen, inArray(inbox.subject, [...subjects])));
    const bySubject = Map.groupBy(rows, ({ subject }) => subject);
    return new Map([...bySubject].map(([subject, own]) => [subject, own.map(({ id }) => id)]));
  }

  async function addJobsOf(which: SQL | undefined): Promise<void> {
    const rows = await db.select({ id: inbox.id, key: inbox.subject }).from(inbox).where(which).orderBy(asc(inbox.receivedAt));
    for (let first = 0; first < rows.length; first += largestRebuild) await jobs.add(db, rows.slice(first, first + largestRebuild));
  }

  // Passes end one by one; under load one transaction ends many.
  const finish = createGroupCommit<readonly string[], void>(
    async (groups) => {
      const rows = groups.flat();
      if (rows.length > 0) {
        await db.transaction(async (tx) => {
          await tx.update(inbox).set({ doneAt: sql`clock_timestamp()` }).where(inArray(inbox.id, rows));
          await jobs.remove(tx, rows);
        });
      }
      return groups.map(() => undefined);
    },
    { maximum: largestGroup, isOfOneItem: () => false },
  );

  return {
    record,

    async recordUnlessWaiting(arrival) {
      const { event, action } = arrival.delivery;
      const same = and(isWaiting, eq(inbox.subject, arrival.subject), eq(inbox.event, event), eq(inbox.action, action ?? ""));
      const [waiting] = await db.select({ id: inbox.id }).from(inbox).where(same).limit(1);
      if (waiting === undefined) await record(arrival);
    },

    async take(limit) {
      const taken = await jobs.take(limit);
      if (taken.length === 0) return [];
      const ids = taken.map(({ id }) => id);
      const begun = await db
        .update(inbox)
        .set({ attempts: sql`${inbox.attempts} + 1` })
        .where(and(isWaiting, inArray(inbox.id, ids)))
        .returning();
      const byId = new Map(begun.map((row) => [row.id, row]));
      const spent = ids.filter((id) => !byId.has(id));
      if (spent.length > 0) await jobs.remove(db, spent);
      const answered = await openRowsOf(begun.map(({ subject }) => subject));
      return taken.flatMap((job) => {
        const row = byId.get(job.id);
        if (row === undefined) return [];
        const { guid, subject, delivery, receivedAt, attempts } = row;
        return [{ job, guid, subject, delivery, receivedAt, attempt: attempts, rows: answered.get(subject) ?? [] }];
      });
    },

    finish,

    keepAlive: (works) => jobs.keepAlive(works.map(({ job }) => job)),

    async retryLater(work, error) {
      await db
        .update(inbox)
        .set({ error: storableText(error) })
        .where(eq(inbox.id, work.job.id));
      await jobs.retryLater(work.job, null);
    },

    async postpone(work, error, seconds) {
      await db
        .update(inbox)
        .set({ error: storableText(error), attempts: sql`${inbox.attempts} - 1` })
        .where(eq(inbox.id, work.job.id));
      await jobs.retryLater(work.job, seconds);
    },

    async giveUp(work, error) {
      await db.transaction(async (tx) => {
        await tx
          .update(inbox)
          .set({ deadAt: sql`clock_timestamp()`, error: storableText(error) })
          .where(eq(inbox.id, work.job.id));
        await jobs.remove(tx, [work.job.id]);
      });
    },

    async backlog() {
      const [waiting] = await db
        .select({
          rows: count(),
          oldest: sql`coalesce(extract(epoch from clock_timestamp() - ${min(inbox.receivedAt)}), 0)`.mapWith(Number),
        })
        .from(inbox)
        .where(isWaiting);
      const [dead] = await db
        .select({ rows: count() })
        .from(inbox)
        .where(and(isOpen, isNotNull(inbox.deadAt)));
      return { waiting: waiting?.rows ?? 0, oldestSeconds: waiting?.oldest ?? 0, dead: dead?.rows ?? 0 };
    },

    async listDead(limit) {
      const rows = await db
        .select()
        .from(inbox)
        .where(and(isOpen, isNotNull(inbox.deadAt)))
        .orderBy(asc(inbox.deadAt))
        .limit(limit);
      return rows.flatMap(({ guid, subject, event, receivedAt, deadAt, attempts, error }) =>
        deadAt === null ? [] : [{ guid, subject, event, receivedAt, deadAt, attempts, error }],
      );
    },

    async restoreJobs(waitingSeconds) {
      await addJobsOf(and(isWaiting, lt(inbox.receivedAt, sql`clock_timestamp() - make_interval(secs => ${waitingSeconds})`)));
    },

    async rebuildQueue() {
      await jobs.removeAll();
      await addJobsOf(isWaiting);
    },

    async forgetDone(days) {
      await db.delete(inbox).where(lt(inbox.doneAt, sql`clock_timestamp() - make_interval(days => ${days}::int)`));
    },
  };
}

/** Data exceptions and broken constraints (SQLSTATE classes 22 and 23): one row is at fault, not the database. */
function isAboutData(fault: unknown): boolean {
  const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" && /^2[23]/.test(cause.code);
}

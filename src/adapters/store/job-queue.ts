import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Database, OpenDatabase } from "./database.ts";

/** A job as taken: settled only if nobody else has taken it since. */
export interface TakenJob {
  readonly id: string;
  readonly retryCount: number;
}

/**
 * The queue: one job per inbox row, in order per subject, one subject at a time. Jobs only say when; the rows say what. A job is
 * removed when its row is done or given up, because with this policy a job that stays failed blocks its key for ever.
 */
export interface JobQueue {
  start(): Promise<void>;
  /** A job whose id the queue has is left as it is. */
  add(tx: Database, jobs: readonly { readonly id: string; readonly key: string }[]): Promise<void>;
  take(limit: number): Promise<readonly TakenJob[]>;
  /** Tells that these are still worked on; without it another process takes them after a while. */
  keepAlive(jobs: readonly TakenJob[]): Promise<void>;
  remove(tx: Database, ids: readonly string[]): Promise<void>;
  removeAll(): Promise<void>;
  /** Gives the job back, to be taken again after a growing pause, or after the given one. */
  retryLater(job: TakenJob, seconds: number | null): Promise<void>;
  stop(): Promise<void>;
}

const queue = "delivery";
/** Steward counts attempts itself, durably, in the inbox; the queue must never be the one to give up. */
const withoutLimit = 1_000_000;

export interface QueueTimes {
  /** First pause before a retry, doubled up to the longest; 0 for none at all. */
  readonly retrySeconds: number;
  readonly longestRetrySeconds: number;
}

export function createJobQueue(database: OpenDatabase, times: QueueTimes, onFault: (fault: unknown) => void): JobQueue {
  const server = database.engine === "server";
  const boss = new PgBoss({
    ...database.queueConnection,
    schema: "steward_jobs",
    schedule: false,
    registerInstance: false,
    monitorVacuum: server,
    openTelemetry: { enabled: false },
    // Looks for jobs of processes that died. The embedded engine has one process, which rebuilds the queue when it starts.
    superviseIntervalSeconds: server ? 5 : 600,
    monitorIntervalSeconds: server ? 5 : 600,
  });
  boss.on("error", onFault);

  return {
    async start() {
      await boss.start();
      await boss.createQueue(queue, { policy: "key_strict_fifo" });
      await boss.updateQueue(queue, {
        retryLimit: withoutLimit,
        retryDelay: times.retrySeconds,
        ...(times.retrySeconds > 0 ? { retryBackoff: true, retryDelayMax: times.longestRetrySeconds } : { retryBackoff: false }),
        expireInSeconds: 3_600,
        // While the App is away its work waits; a job is never too old.
        retentionSeconds: 365 * 24 * 3_600,
        ...(server ? { heartbeatSeconds: 10 } : {}),
      });
    },
    async add(tx, jobs) {
      const inserts = jobs.map(({ id, key }) => ({ id, singletonKey: key }));
      await boss.insert(queue, inserts, { db: fromDrizzle(tx, sql) });
    },
    async take(limit) {
      const jobs = await boss.fetch(queue, { batchSize: limit, includeMetadata: true });
      return jobs.map(({ id, retryCount }) => ({ id, retryCount }));
    },
    async keepAlive(jobs) {
      if (server && jobs.length > 0) await boss.touch(queue, [...jobs]);
    },
    async remove(tx, ids) {
      if (ids.length > 0) await boss.deleteJob(queue, [...ids], { db: fromDrizzle(tx, sql) });
    },
    async removeAll() {
      await boss.deleteAllJobs(queue);
    },
    async retryLater(job, seconds) {
      await boss.fail(queue, job);
      if (seconds !== null) await boss.update(queue, undefined, { id: job.id, startAfter: Math.ceil(seconds) });
    },
    stop: () => boss.stop({ graceful: false }),
  };
}

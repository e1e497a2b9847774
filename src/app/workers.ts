import { setTimeout as sleep, setImmediate as yieldToNetwork } from "node:timers/promises";
import type { Inbox, Work } from "../adapters/store/index.ts";
import type { Log } from "../ports/log.ts";
import { bindLog } from "./bind-log.ts";
import { describeFault } from "./describe-fault.ts";
import { createWakeUp } from "./wake-up.ts";

/** One pass: a subject, with the delivery at its head. What writes for the subject takes the lease on it. */
export interface Pass {
  readonly work: Work;
  /** Names the delivery on every line. */
  readonly log: Log;
}

export type PassOutcome = "done" | "retried" | "postponed" | "dead";

export interface WorkersOptions {
  readonly inbox: Inbox;
  readonly serve: (pass: Pass) => Promise<void>;
  /** Seconds that GitHub asks to wait before this fault's work is tried again; null for any other fault. */
  readonly secondsToWait: (fault: unknown) => number | null;
  readonly log: Log;
  readonly count: (outcome: PassOutcome) => void;
  readonly limits?: Partial<WorkerLimits>;
}

export interface WorkerLimits {
  /** Passes at once. */
  readonly concurrency: number;
  /** Pause between two looks at an empty queue: other processes' jobs and retries are found by looking. */
  readonly pollMilliseconds: number;
  /** Least time between two looks: under load, one look finds many. */
  readonly gatherMilliseconds: number;
  /** After so many attempts a delivery is listed for operators and no longer tried. */
  readonly attempts: number;
  /** A pass that takes longer counts as failed; while it still runs it holds its lease, and the next attempt waits for that. */
  readonly passMilliseconds: number;
}

const usualLimits: WorkerLimits = {
  concurrency: 20,
  pollMilliseconds: 500,
  gatherMilliseconds: 25,
  attempts: 20,
  passMilliseconds: 600_000,
};

export interface Workers {
  /** Says that a job was added, so that nothing waits for the next look at the queue. */
  wake(): void;
  /** Milliseconds since the queue could last be read, or all places were taken. */
  silence(): number;
  /** Resolves once nothing waits and nothing is in work. */
  idle(): Promise<void>;
  /** Takes no more work and resolves when what is in work has ended. */
  stop(): Promise<void>;
}

/**
 * Takes jobs as places become free, each pass on its own: a slow subject holds nobody else up. A pass serves every delivery that
 * waited for its subject when it began, so that their jobs end with it.
 */
export function startWorkers(options: WorkersOptions): Workers {
  const { inbox, log } = options;
  const limits = { ...usualLimits, ...options.limits };
  const wakeUp = createWakeUp();
  const inWork = new Map<Work, Promise<void>>();
  let stopping = false;
  let lastRead = performance.now();

  async function takeAll(): Promise<void> {
    while (!stopping) {
      await yieldToNetwork();
      const free = limits.concurrency - inWork.size;
      // With every place taken there is nothing to read, and nothing is wrong.
      if (free === 0) lastRead = performance.now();
      const begun = performance.now();
      const taken = free > 0 ? await take(free) : 0;
      if (taken === 0) await wakeUp.wait(limits.pollMilliseconds);
      await sleep(Math.max(0, begun + limits.gatherMilliseconds - performance.now()));
    }
  }

  async function take(free: number): Promise<number> {
    try {
      const works = await inbox.take(free);
      lastRead = performance.now();
      if (stopping) await Promise.all(works.map((work) => inbox.postpone(work, "Taken while the process was ending", 0)));
      else for (const work of works) begin(work);
      return works.length;
    } catch (fault) {
      log.error({ err: fault }, "The queue could not be read");
      return 0;
    }
  }

  function begin(work: Work): void {
    const ended = serveOne(work).finally(() => {
      inWork.delete(work);
      // The next job of the same subject may be taken now.
      wakeUp.wake();
    });
    inWork.set(work, ended);
  }

  async function serveOne(work: Work): Promise<void> {
    const passLog = bindLog(log, { delivery: work.guid, subject: work.subject, attempt: work.attempt });
    const outcome = await attempt(work, passLog).then(
      () => settle(() => inbox.finish(work.rows), "done"),
      (fault: unknown) => settleFault(work, fault, passLog),
    );
    options.count(outcome);
  }

  async function attempt(work: Work, passLog: Log): Promise<void> {
    if (work.attempt > limits.attempts) throw new Error("Every attempt ended with the process");
    // A chain of database calls need never wait for anything else, and would keep deliveries from being read.
    await yieldToNetwork();
    await within(limits.passMilliseconds, options.serve({ work, log: passLog }));
  }

  function settleFault(work: Work, fault: unknown, passLog: Log): Promise<PassOutcome> {
    const text = describeFault(fault);
    const wait = options.secondsToWait(fault);
    if (wait !== null) {
      passLog.warn({ seconds: wait }, `Postponed: ${text}`);
      return settle(() => inbox.postpone(work, text, wait), "postponed");
    }
    if (work.attempt < limits.attempts) {
      passLog.warn({ err: fault }, "A pass failed and will be tried again");
      return settle(() => inbox.retryLater(work, text), "retried");
    }
    passLog.error({ err: fault }, "A delivery was given up after its last attempt; it is listed as dead");
    return settle(() => inbox.giveUp(work, text), "dead");
  }

  /** Writes the outcome down, however long the database takes to answer again: a job that is not settled blocks its subject. */
  async function settle(write: () => Promise<void>, outcome: PassOutcome): Promise<PassOutcome> {
    for (let pause = 250; ; pause = Math.min(pause * 2, 10_000)) {
      try {
        await write();
        return outcome;
      } catch (fault) {
        log.error({ err: fault, outcome }, "The outcome of a pass could not be kept yet");
        if (stopping) return outcome;
        await sleep(pause);
      }
    }
  }

  const alive = setInterval(() => {
    inbox.keepAlive([...inWork.keys()]).catch((fault: unknown) => log.warn({ err: fault }, "Jobs in work could not be confirmed"));
  }, 4_000);
  const running = takeAll();

  return {
    wake: wakeUp.wake,
    silence: () => performance.now() - lastRead,
    async idle() {
      while (inWork.size > 0 || (await inbox.backlog()).waiting > 0) await sleep(50);
    },
    async stop() {
      stopping = true;
      wakeUp.wake();
      await running;
      await Promise.all(inWork.values());
      clearInterval(alive);
    },
  };
}

function within(milliseconds: number, promise: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The pass took longer than ${milliseconds / 1000} seconds`)), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

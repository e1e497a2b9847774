import type { Store } from "../adapters/store/index.ts";
import { epochMilliseconds, instant } from "../kernel/instant.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Looks } from "./looks.ts";

export interface TimersOptions {
  readonly store: Pick<Store, "subjects" | "repositories" | "inbox" | "leases">;
  readonly looks: Looks;
  readonly clock: Clock;
  readonly log: Log;
  readonly sweepSeconds: number;
}

export interface Timers {
  /** Asks for every pass and sweep whose time has come. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

const tickEvery = 15_000;
/** So many at once; the next tick finds the rest. */
const mostDue = 500;
/** Seconds after which a waiting delivery is given a job again, should the queue have lost it. */
const longestWithoutJob = 600;
/** GitHub lets a delivery be sent again for three days. */
const keepDoneDays = 7;

/** Durable timers: what is due stands in rows, so that neither a restart nor a clock moved by hand loses one. */
export function startTimers({ store, looks, clock, log, sweepSeconds }: TimersOptions): Timers {
  async function askForWhatIsDue(): Promise<void> {
    const now = clock.now();
    for (const subject of await store.subjects.listDue(now, mostDue)) await looks.look(subject, "timer");
    const lastWanted = instant(epochMilliseconds(now) - sweepSeconds * 1000);
    for (const { id } of await store.repositories.listUnsweptSince(lastWanted)) {
      await looks.lookAt({ kind: "repository", repositoryId: id }, "sweep");
    }
    await store.inbox.restoreJobs(longestWithoutJob);
    await store.inbox.forgetDone(keepDoneDays);
  }

  async function tick(): Promise<void> {
    // Of several processes one asks; the others find the lease held, or the wish waiting.
    await store.leases.withLease("timers", askForWhatIsDue);
  }

  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(tick).catch((fault: unknown) => log.error({ err: fault }, "The timers could not be read"));
  }, tickEvery);
  return {
    tick,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

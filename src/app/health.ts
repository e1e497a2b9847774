import type { Store } from "../adapters/store/index.ts";
import type { Instant } from "../kernel/instant.ts";

export interface Health {
  /** `down`: deliveries cannot be kept, or nobody serves them. */
  readonly status: "ok" | "down";
  readonly database: "reachable" | "unreachable";
  readonly workers: "running" | "stalled";
  readonly queue: { readonly waiting: number; readonly oldestSeconds: number; readonly dead: number } | null;
  /** Of the repository whose turn was longest ago; null until each was swept once. */
  readonly lastSweep: Instant | null;
}

/** What of the store tells how things are. */
export interface HealthStore {
  readonly inbox: Pick<Store["inbox"], "backlog">;
  readonly repositories: Pick<Store["repositories"], "oldestSweep">;
  readonly ping: Store["ping"];
}

/** Workers look at the queue twice a second; so much longer without a look means that they are stuck. */
const longestSilence = 60_000;
const longestAnswer = 3_000;

/** A long queue alone is no reason to restart: GitHub may be down, and the work waits where it is safe. */
export async function readHealth(store: HealthStore, silence: () => number): Promise<Health> {
  const known = await within(longestAnswer, Promise.all([store.inbox.backlog(), store.repositories.oldestSweep(), store.ping()]));
  const workers = silence() < longestSilence ? "running" : "stalled";
  if (known === null) return { status: "down", database: "unreachable", workers, queue: null, lastSweep: null };
  const [queue, lastSweep] = known;
  return { status: workers === "running" ? "ok" : "down", database: "reachable", workers, queue, lastSweep };
}

/** Null when the promise fails or takes longer. */
function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), milliseconds);
    promise.then(resolve, () => resolve(null)).finally(() => clearTimeout(timer));
  });
}

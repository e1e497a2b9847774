import type { StandinClock } from "./clock.ts";
import type { Faults } from "./faults.ts";
import type { Sender } from "./hooks/index.ts";
import type { ObservedDelivery, ObservedResponse } from "./http/observe.ts";
import type { Journal, JournalEntry } from "./journal.ts";
import type { Limiter, RateLimits } from "./limits.ts";
import type { RequestLog } from "./request-log.ts";
import type { World } from "./world/index.ts";

export interface StandinOptions {
  /** 0, the default, takes a free one. Only loopback is listened on. */
  readonly port?: number;
  /** Stops time at this moment (ISO 8601), so that only `clock.advance` moves it. */
  readonly frozenAt?: string;
  /** Where addresses meant for people point to; the API's own by default. */
  readonly htmlUrl?: string;
  /** Enforced limits; none by default. `githubLimits` are GitHub's own. */
  readonly limits?: RateLimits;
  /** Of the faults' luck. */
  readonly seed?: number;
  /** How many deliveries are remembered; 500 by default. */
  readonly keptDeliveries?: number;
  /** Real milliseconds that a webhook's receiver has to answer; 10,000 by default. */
  readonly deliveryTimeout?: number;
  /** Remembers what changes, so that `replay` can bring it back in another process. */
  readonly journal?: Journal;
  readonly onResponse?: (observed: ObservedResponse) => void;
  readonly onDelivery?: (observed: ObservedDelivery) => void;
}

/** A running stand-in for GitHub. */
export interface Standin {
  /** Base address for any GitHub client, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly world: World;
  readonly clock: StandinClock;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly deliveries: Sender;
  /** The limits in force; assign to `limits.limits` to change them. */
  readonly limits: Limiter;
  /** Errors of the stand-in itself, answered 500: a test should find none. */
  readonly defects: readonly unknown[];
  /** Carries out again what a journal holds, without webhooks; call it once the same world has been seeded. */
  replay(entries: readonly JournalEntry[]): void;
  /** Moves time on for everyone and remembers it; tokens live through the jump, as they do not with `clock.advance`. */
  advance(by: number | string): void;
  /** `world.repositories.nextNumber`, remembered. */
  nextNumber(repository: string, number: number): void;
  close(): Promise<void>;
}

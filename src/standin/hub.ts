import type { StandinClock } from "./clock.ts";
import type { Sender } from "./hooks/sender.ts";
import type { Limiter } from "./limits.ts";
import type { Account, App, Organization, Repository, Store } from "./store/index.ts";

/** What a webhook reports: who did it where, and what its payload adds to the parts that all have. */
export interface HookEvent {
  /** GitHub's name, such as `pull_request`. */
  readonly name: string;
  readonly action: string | null;
  readonly sender: Account;
  readonly repository: Repository | null;
  readonly organization: Organization | null;
  /** Only these Apps hear of it; null: every one that is installed and subscribed. */
  readonly only: readonly App[] | null;
  /** Built only if somebody listens. */
  readonly payload: () => object;
}

/** Who acts: the account that GitHub will name, and the App behind it when there is one. */
export interface Actor {
  readonly account: Account;
  readonly via: App | null;
}

/** What every act and view of the stand-in works on. */
export interface Hub {
  readonly store: Store;
  readonly clock: StandinClock;
  /** Addresses without a slash at the end; known once the server listens. */
  readonly urls: { readonly api: string; readonly html: string };
  readonly deliveries: Sender;
  readonly limiter: Limiter;
  emit(event: HookEvent): void;
}

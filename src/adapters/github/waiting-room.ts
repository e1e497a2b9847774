import type { Instant } from "../../kernel/instant.ts";
import type { Clock } from "../../ports/clock.ts";
import { type GitHubFault, RateLimited } from "../../ports/github.ts";

/**
 * Remembers for one installation until when GitHub asked to wait. Whoever asks before then is turned away without a request:
 * GitHub suspends Apps that keep asking. Passes come back later, instead of sleeping with a lease in their hands.
 */
export interface WaitingRoom {
  /** Throws `RateLimited` while the wait lasts. */
  check(what: string): void;
  note(fault: GitHubFault): void;
}

export function createWaitingRoom(clock: Clock): WaitingRoom {
  let until: Instant | null = null;
  return {
    check(what) {
      if (until !== null && clock.now() < until) throw new RateLimited(`GitHub asks to wait until ${until} before ${what}`, null, until);
    },
    note(fault) {
      if (fault instanceof RateLimited && (until === null || fault.until > until)) until = fault.until;
    },
  };
}

import type { Governance } from "../governance/index.ts";
import { epochMilliseconds, type Instant, instant } from "../kernel/instant.ts";
import type { ReceiptStore } from "../ports/store.ts";

export interface Brakes {
  /**
   * Reserves so many writes; `release` gives them back once their receipts are kept. A reason instead when the project's caps
   * forbid them: then nothing of the pass is written, because half a display misleads.
   */
  reserve(repositoryId: number, writes: number, caps: Caps, now: Instant): Promise<Reservation | Refusal>;
}

type Caps = Governance["project"]["brakes"];

interface Reservation {
  release(): void;
}

interface Refusal {
  readonly why: string;
  /** When to try again; null when an operator must look first. */
  readonly again: Instant | null;
}

const hour = 3600_000;
const tenMinutes = 600_000;

/** Counts the receipts of the last hour, and what passes in other workers of this process are about to write. */
export function createBrakes(receipts: ReceiptStore, hourly: boolean): Brakes {
  const underway = new Map<number, number>();
  return {
    async reserve(repositoryId, writes, caps, now) {
      const perPass = caps["writes-per-pass"];
      if (writes > perPass) return { why: `${writes} writes in one pass, and brakes.writes-per-pass allows ${perPass}`, again: null };
      const begun = (underway.get(repositoryId) ?? 0) + writes;
      underway.set(repositoryId, begun);
      const release = () => {
        underway.set(repositoryId, (underway.get(repositoryId) ?? 0) - writes);
      };
      const perHour = caps["writes-per-hour"];
      const written = hourly ? await receipts.countApplied(repositoryId, instant(epochMilliseconds(now) - hour)) : 0;
      if (!hourly || written + begun <= perHour) return { release };
      release();
      return {
        why: `${written} writes in the last hour, and brakes.writes-per-hour allows ${perHour}`,
        again: instant(epochMilliseconds(now) + tenMinutes),
      };
    },
  };
}

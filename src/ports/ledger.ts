import type { LedgerEvent, NewLedgerEvent } from "../domain/ledger-event.ts";
import type { Receipt } from "../domain/receipt.ts";

/** Repository id and pull request number: the identity of a proposal, never its path. */
export interface Subject {
  readonly repositoryId: number;
  readonly pullRequest: number;
}

/** Append-only record per proposal. */
export interface Ledger {
  read(subject: Subject): Promise<readonly LedgerEvent[]>;
  /** Appends in order; throws when somebody else wrote after `expectedSequence` (lost lock). */
  append(subject: Subject, expectedSequence: number, events: readonly NewLedgerEvent[]): Promise<readonly LedgerEvent[]>;
  keepReceipts(subject: Subject, receipts: readonly Receipt[]): Promise<void>;
}

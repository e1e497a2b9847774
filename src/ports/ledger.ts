import type { LedgerEvent, NewLedgerEvent } from "../domain/ledger-event.ts";
import type { Receipt } from "../domain/receipt.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Lease } from "./store-lease.ts";

/** Repository id and pull request number: the identity of a proposal, never its path. */
export interface Subject {
  readonly repositoryId: number;
  readonly pullRequest: number;
}

/** The key of a subject in locks, the queue and logs. */
export function subjectKey(subject: Subject): string {
  return `repo/${subject.repositoryId}/pull/${subject.pullRequest}`;
}

/** The ledger holds more than the caller had read: read again and plan anew. */
export class LedgerConflict extends Error {
  override readonly name = "LedgerConflict";
}

/** An event with what opens its commitment. */
export interface SealedEvent extends LedgerEvent {
  /** Hex; null where no reason was given, and once it is redacted. */
  readonly salt: string | null;
}

/** Append-only record per proposal. */
export interface Ledger {
  read(subject: Subject): Promise<readonly LedgerEvent[]>;
  /**
   * Appends in order. `expectedSequence` is the sequence of the last event read, 0 when there was none: throws `LedgerConflict`
   * when somebody wrote after it, and `LeaseLost` when the lease on the subject's key has been taken over. Then nothing is written.
   */
  append(subject: Subject, expectedSequence: number, events: readonly NewLedgerEvent[], lease: Lease): Promise<readonly LedgerEvent[]>;
  keepReceipts(subject: Subject, receipts: readonly Receipt[]): Promise<void>;
  /** As `read`, with the salts: for exports. */
  readSealed(subject: Subject): Promise<readonly SealedEvent[]>;
  /**
   * Forgets the text of a reason and its salt for ever, and asks for a pass, so that nothing goes on showing it. The chain keeps the
   * commitment. False when no reason stands at that event.
   */
  redact(subject: Subject, sequence: number): Promise<boolean>;
  /** Every proposal with an event, by repository and number. */
  list(): Promise<readonly Subject[]>;
  /** Who was reminded at or after `since`, over all proposals of a repository: lower-case login to the times, for the budget of S8. */
  listReminders(repositoryId: number, since: Instant): Promise<ReadonlyMap<string, readonly Instant[]>>;
}

import { canonicalJson } from "../kernel/canonical-json.ts";
import { sha256 } from "../kernel/digest.ts";
import type { LedgerEvent, NewLedgerEvent } from "./ledger-event.ts";

/** What the first event of every proposal is chained to. */
export const genesisHash = "0".repeat(64);

/** Identity of a proposal, as it enters every hash. */
export interface ChainSubject {
  readonly repositoryId: number;
  readonly pullRequest: number;
}

/** What of a recorded event is hashed: all but the free text, which stands in for itself by its commitment. */
export type ChainedEvent = Omit<LedgerEvent, "reason" | "hash">;

/** What a reason is committed to by: only who has salt and text can show that they belong to it. */
export function commitmentOf(salt: string, reason: string): string {
  return sha256(`${salt}\n${reason}`);
}

/**
 * Numbers an event and binds it to its proposal and to all events before it. `commitment` is null where no reason was given. Halves
 * of characters in the reason are made whole: they have no bytes of their own, so that a hash could not tell them apart.
 */
export function chainEvent(
  subject: ChainSubject,
  previous: { readonly sequence: number; readonly hash: string } | null,
  event: NewLedgerEvent,
  commitment: string | null,
): LedgerEvent {
  const sequence = (previous?.sequence ?? 0) + 1;
  const { reason, ...rest } = event;
  const chained: ChainedEvent = { ...rest, sequence, commitment };
  return { ...chained, reason: reason?.toWellFormed() ?? null, hash: hashOf(subject, previous?.hash ?? genesisHash, chained) };
}

function hashOf({ repositoryId, pullRequest }: ChainSubject, previousHash: string, event: ChainedEvent): string {
  const { version, at, constitution, actor, source, clause, fact, sequence, commitment } = event;
  const body = { repositoryId, pullRequest, sequence, version, at, constitution, actor, source, clause, commitment, fact };
  return sha256(`${previousHash}\n${canonicalJson(body)}`);
}

/** Sequence of the first event that was changed, removed or put in; null when the chain holds. Ascending events from the first. */
export function findBrokenLink(subject: ChainSubject, events: readonly LedgerEvent[]): number | null {
  let previous: LedgerEvent | null = null;
  for (const event of events) {
    const sequence: number = (previous?.sequence ?? 0) + 1;
    if (event.sequence !== sequence || !holds(subject, previous, event)) return sequence;
    previous = event;
  }
  return null;
}

/** True when the event's hash binds it, as it is, to this proposal and to the event before it. */
export function holds(subject: ChainSubject, previous: LedgerEvent | null, event: LedgerEvent): boolean {
  return event.hash === hashOf(subject, previous?.hash ?? genesisHash, event);
}

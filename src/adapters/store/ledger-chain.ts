import type { LedgerEvent, NewLedgerEvent } from "../../domain/ledger-event.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import { sha256 } from "../../kernel/digest.ts";
import type { Subject } from "../../ports/ledger.ts";

/** What the first event of every proposal is chained to. */
export const genesisHash = "0".repeat(64);

/** Numbers an event and binds it to its proposal and to all events before it. */
export function chainEvent(subject: Subject, previous: { sequence: number; hash: string } | null, event: NewLedgerEvent): LedgerEvent {
  const { version, at, constitution, fact } = event;
  const sequence = (previous?.sequence ?? 0) + 1;
  const body = canonicalJson({ ...subject, sequence, version, at, constitution, fact });
  const hash = sha256(`${previous?.hash ?? genesisHash}\n${body}`);
  return { version, at, constitution, fact, sequence, hash };
}

/** Sequence of the first event that was changed, removed or put in; null when the chain holds. Ascending events from the first. */
export function findBrokenLink(subject: Subject, events: readonly LedgerEvent[]): number | null {
  let previous: LedgerEvent | null = null;
  for (const event of events) {
    const expected = chainEvent(subject, previous, event);
    if (expected.sequence !== event.sequence || expected.hash !== event.hash) return expected.sequence;
    previous = event;
  }
  return null;
}

import type { LedgerFact } from "../../domain/ledger-event.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import { emptyRecord } from "./empty-record.ts";
import { foldDecisionFact, isDecisionFact } from "./fold-decision.ts";
import { foldOversightFact, isOversightFact } from "./fold-oversight.ts";
import { foldRoadFact } from "./fold-road.ts";
import type { FoldedEvent } from "./folded-event.ts";
import { isKnownEvent } from "./shapes/is-known-event.ts";

/**
 * Where a proposal stands. Total: whatever events there are, in whatever order, there is a record. What means nothing changes nothing;
 * what this version does not know is listed, and changes nothing either.
 */
export function foldLedger(events: readonly FoldedEvent[]): ProposalRecord {
  return events.reduce(foldEvent, emptyRecord);
}

export function foldEvent(record: ProposalRecord, event: FoldedEvent): ProposalRecord {
  if (!isKnownEvent(event)) return carryUnknown(record, event);
  return { ...foldFact(record, event.fact, event), sequence: event.sequence };
}

function foldFact(record: ProposalRecord, fact: LedgerFact, event: FoldedEvent): ProposalRecord {
  if (isDecisionFact(fact)) return foldDecisionFact(record, fact, event);
  if (isOversightFact(fact)) return foldOversightFact(record, fact, event);
  return foldRoadFact(record, fact, event);
}

/** Nothing of such an event can be relied on but its number. */
function carryUnknown(record: ProposalRecord, { sequence, fact, version = 1 }: FoldedEvent): ProposalRecord {
  const type: unknown = fact?.type;
  return { ...record, sequence, unknown: [...record.unknown, { sequence, version, type: typeof type === "string" ? type : null }] };
}

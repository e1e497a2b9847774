import type { LedgerFact } from "../../domain/ledger-event.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import type { FoldedEvent } from "./folded-event.ts";

const oversightTypes = [
  "oversight-opened",
  "oversight-ended",
  "oversight-reopened",
  "escalation-opened",
  "escalation-answered",
  "private-matter-reported",
  "lead-veto-raised",
  "lead-veto-lifted",
  "record-entered",
  "record-confirmed",
  "record-ended",
] as const;
export type OversightFact = Extract<LedgerFact, { type: (typeof oversightTypes)[number] }>;

export function isOversightFact(fact: LedgerFact): fact is OversightFact {
  return oversightTypes.some((type) => type === fact.type);
}

/** What Core keeps over a decision, and how a matter comes to it. */
export function foldOversightFact(record: ProposalRecord, fact: OversightFact, { at, sequence }: FoldedEvent): ProposalRecord {
  switch (fact.type) {
    case "oversight-opened": {
      const { type: _, ...opened } = fact;
      return { ...record, oversight: { ...opened, openedAt: at, ended: null } };
    }
    case "oversight-ended": {
      if (record.oversight === null) return record;
      const ended = { ...record, oversight: { ...record.oversight, ended: { at, how: fact.how } } };
      return fact.how === "vetoed" ? { ...ended, coreDecides: true, accepted: null } : ended;
    }
    case "oversight-reopened":
      return record.oversight === null ? record : { ...record, oversight: { ...record.oversight, ended: null } };
    case "escalation-opened": {
      const { type: _, ...opened } = fact;
      return { ...record, voteAskedBy: [], escalations: [...record.escalations, { ...opened, id: sequence, openedAt: at, answer: null }] };
    }
    case "escalation-answered":
      return {
        ...record,
        coreDecides: record.coreDecides || fact.answer === "core",
        escalations: record.escalations.map((each) =>
          each.id === fact.escalation && each.answer === null ? { ...each, answer: { at, kind: fact.answer } } : each,
        ),
      };
    case "private-matter-reported":
      return record;
    case "lead-veto-raised":
      return { ...record, voteAskedBy: [], leadVeto: { person: fact.person, login: fact.login, at } };
    case "lead-veto-lifted":
      return { ...record, leadVeto: null };
    case "record-entered": {
      const { type: _, ...entered } = fact;
      return { ...record, entered: [...record.entered, { ...entered, id: sequence, at, confirmedBy: [], ended: null }] };
    }
    case "record-confirmed":
      return {
        ...record,
        entered: record.entered.map((each) =>
          each.id === fact.record && !each.confirmedBy.includes(fact.person)
            ? { ...each, confirmedBy: [...each.confirmedBy, fact.person] }
            : each,
        ),
      };
    case "record-ended":
      return {
        ...record,
        entered: record.entered.map((each) => (each.id === fact.record ? { ...each, ended: { at, how: fact.how } } : each)),
      };
    default:
      return assertNever(fact);
  }
}

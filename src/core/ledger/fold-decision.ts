import type { Ballot, DecisionRecord } from "../../domain/decision.ts";
import type { LedgerFact } from "../../domain/ledger-event.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import type { FoldedEvent } from "./folded-event.ts";

const decisionTypes = [
  "decision-opened",
  "ballot-cast",
  "ballot-withdrawn",
  "block-raised",
  "block-lifted",
  "vote-asked",
  "voter-removed",
  "voter-restored",
  "decision-closed",
  "decision-reopened",
] as const;
export type DecisionFact = Extract<LedgerFact, { type: (typeof decisionTypes)[number] }>;

export function isDecisionFact(fact: LedgerFact): fact is DecisionFact {
  return decisionTypes.some((type) => type === fact.type);
}

export function foldDecisionFact(record: ProposalRecord, fact: DecisionFact, event: FoldedEvent): ProposalRecord {
  if (fact.type === "decision-opened") {
    const { type: _, ...opened } = fact;
    const isGroups = fact.matter === "proposal";
    const decision: DecisionRecord = {
      ...opened,
      id: event.sequence,
      openedAt: event.at,
      ballots: [],
      blocks: [],
      removed: [],
      spoke: [],
      voteAskedBy: isGroups ? record.voteAskedBy : [],
      closed: null,
    };
    return { ...record, decisions: [...record.decisions, decision], voteAskedBy: isGroups ? [] : record.voteAskedBy };
  }
  if (fact.type === "vote-asked" && fact.decision === null) {
    return { ...record, voteAskedBy: withPerson(record.voteAskedBy, fact.person) };
  }
  const decisions = record.decisions.map((decision) => (decision.id === fact.decision ? foldInto(decision, fact, event) : decision));
  return { ...record, decisions };
}

type LaterFact = Exclude<DecisionFact, { type: "decision-opened" }>;

/** The latest act of a person counts (V1), by GitHub's time; a removed person has none. */
function foldInto(decision: DecisionRecord, fact: LaterFact, { at, source, sequence }: FoldedEvent): DecisionRecord {
  switch (fact.type) {
    case "ballot-cast": {
      const ballot: Ballot = { person: fact.person, choice: fact.choice, at, source };
      return { ...decision, ballots: [...without(decision.ballots, fact.person), ballot], spoke: withPerson(decision.spoke, fact.person) };
    }
    case "ballot-withdrawn":
      return { ...decision, ballots: without(decision.ballots, fact.person) };
    case "block-raised":
      return {
        ...decision,
        ballots: without(decision.ballots, fact.person),
        blocks: [...without(decision.blocks, fact.person), { person: fact.person, at, source }],
        spoke: withPerson(decision.spoke, fact.person),
      };
    case "block-lifted":
      return { ...decision, blocks: without(decision.blocks, fact.person) };
    case "vote-asked":
      return { ...decision, voteAskedBy: withPerson(decision.voteAskedBy, fact.person) };
    case "voter-removed":
      return {
        ...decision,
        ballots: without(decision.ballots, fact.person),
        blocks: without(decision.blocks, fact.person),
        voteAskedBy: decision.voteAskedBy.filter((person) => person !== fact.person),
        removed: [...decision.removed.filter((person) => person !== fact.person), fact.person],
      };
    case "voter-restored":
      return { ...decision, removed: decision.removed.filter((person) => person !== fact.person) };
    case "decision-closed":
      return decision.closed ? decision : { ...decision, closed: { at, outcome: fact.outcome, sequence } };
    case "decision-reopened":
      return { ...decision, closed: null };
    default:
      return assertNever(fact);
  }
}

const without = <T extends { readonly person: string }>(acts: readonly T[], person: string) => acts.filter((act) => act.person !== person);

const withPerson = (persons: readonly string[], person: string) => (persons.includes(person) ? persons : [...persons, person]);

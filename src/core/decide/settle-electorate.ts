import type { FactDraft } from "../../commands/command.ts";
import type { DecisionRecord } from "../../domain/decision.ts";
import type { VoterRemoval } from "../../domain/ledger-event.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import { isPinned, seatedOn } from "../../governance/index.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { DecideContext } from "./decide-context.ts";

/** O6: whoever recused themselves, became an author, or left the roster votes no longer; who came later waits for the next decision. */
export function settleElectorate(record: ProposalRecord, context: DecideContext, now: Instant): readonly FactDraft[] {
  return record.decisions
    .filter(({ closed }) => closed === null)
    .flatMap((decision) => votersOf(decision).flatMap((person) => removal(person, decision, record, context, now)));
}

const votersOf = ({ parts, removed }: DecisionRecord): readonly string[] => [
  ...new Set(parts.flatMap(({ electorate }) => electorate.map(({ person }) => person)).filter((person) => !removed.includes(person))),
];

function removal(
  person: string,
  decision: DecisionRecord,
  record: ProposalRecord,
  context: DecideContext,
  now: Instant,
): readonly FactDraft[] {
  const why = reasonToLeave(person, decision, record, context, now);
  return why === null ? [] : [{ fact: { type: "voter-removed", decision: decision.id, person, why } }];
}

function reasonToLeave(
  person: string,
  decision: DecisionRecord,
  record: ProposalRecord,
  { governance, facts }: DecideContext,
  now: Instant,
): VoterRemoval | null {
  if (record.recused.includes(person)) return "recused";
  if (governance.rules["act-on-own"] === "recused" && facts.authors.has(person)) return "author";
  const seated = decision.parts
    .filter(({ electorate }) => electorate.some((voter) => voter.person === person))
    .some(({ authority }) => isSeated(person, authority, governance, now));
  return seated ? null : "left-roster";
}

function isSeated(person: string, authority: string, { groups, authorities, people }: DecideContext["governance"], now: Instant): boolean {
  const known = people.get(person);
  if (known === undefined || !isPinned(known)) return false;
  const body = authorities.get(authority);
  if (body) return body.members.includes(person);
  const group = groups.get(authority);
  return group !== undefined && seatedOn(group.voters, now.slice(0, 10)).includes(person);
}

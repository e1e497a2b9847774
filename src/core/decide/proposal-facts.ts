import type { ProposalFacts } from "../../commands/command.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Actor } from "../../domain/snapshot.ts";
import type { Governance } from "../../governance/index.ts";
import { personOf } from "../../routing/route/index.ts";
import type { Assessment } from "../assess-proposal.ts";
import { resolveActor } from "./resolve-actor.ts";

interface Text {
  readonly headSha: string;
  readonly digest: string;
  readonly openedBy: Actor;
  readonly final: ProposalFacts["final"];
  readonly laterReasons: readonly string[];
}

/** What commands may know of the proposal beside its record. Authors by every key under which they might act. */
export function toProposalFacts(
  assessment: Assessment,
  { headSha, digest, openedBy, final, laterReasons }: Text,
  governance: Governance,
): ProposalFacts {
  const opener = resolveActor(openedBy, governance);
  const authors = [
    ...assessment.authors.map((login) => personOf(login, { governance })),
    ...(openedBy.id === null ? [] : [`account:${openedBy.id}`]),
    ...(opener ? [opener.key] : []),
  ];
  const { route, classification, change } = assessment;
  return { authors: new Set(authors), route, classification, change, headSha, digest, final, laterReasons };
}

/** Assessments by what of the record they depend on: the same until somebody settles a domain, a class or the sponsor, recuses themselves, or the accepted text is another. */
export function rememberFacts<T>(assess: (record: ProposalRecord) => T): (record: ProposalRecord) => T {
  let last: { readonly record: ProposalRecord; readonly value: T } | null = null;
  return (record) => {
    if (last === null || !isAssessedAlike(last.record, record)) last = { record, value: assess(record) };
    return last.value;
  };
}

const isAssessedAlike = (one: ProposalRecord, other: ProposalRecord): boolean =>
  one.handFacts === other.handFacts &&
  one.sponsor === other.sponsor &&
  one.recused === other.recused &&
  one.accepted === other.accepted &&
  one.coreDecides === other.coreDecides;

import type { FactDraft } from "../../commands/command.ts";
import { coreDecides } from "../../commands/roles.ts";
import { consensusShares } from "../../commands/shares.ts";
import { changedFiles } from "../../domain/head-files.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import { type Governance, seatedOn } from "../../governance/index.ts";
import type { Instant } from "../../kernel/instant.ts";
import { organisationsAmong } from "../../procedures/index.ts";
import { domainsOfPath } from "../../routing/classify/index.ts";
import { moved } from "./conclude.ts";
import type { DecideContext } from "./decide-context.ts";

/** X5: enough people of the authority that the route names said yes to a head that differs from what was accepted. */
export function settleHeads(record: ProposalRecord, context: DecideContext, now: Instant): readonly FactDraft[] {
  const { text, unconfirmed } = record;
  const undone = undoFinal(record, context.governance);
  if (undone.length > 0) return undone;
  const judged = judgeHead(record, context.facts);
  if (judged.length > 0) return judged;
  if (unconfirmed === null || text === null) return [];
  const given = record.headConfirmations.filter(({ headSha }) => headSha === unconfirmed.headSha);
  const confirmed = given.length > 0 && asked(record, context).every((each) => isMet(each, given, context.governance, now));
  return confirmed ? [{ fact: { type: "head-confirmed", headSha: unconfirmed.headSha, digest: text.digest } }] : [];
}

/** H3: a normative push, or one to the specification, is no longer what was attested. */
function undoFinal(record: ProposalRecord, { domains, project }: Governance): readonly FactDraft[] {
  const { final, state, text } = record;
  if (state !== "final" || final === null || text === null) return [];
  const { schema, changelog } = project.specification;
  const isSpecification = (path: string) =>
    schema.includes(path) || changelog.includes(path) || domainsOfPath(path, domains.values()).size > 0;
  const pages = changedFiles(final.files, text.files).filter(isSpecification);
  if (final.digest === text.digest && pages.length === 0) return [];
  const why = final.digest === text.digest ? "the specification changed after it was attested" : "the text changed after it was attested";
  return [{ fact: { type: "final-undone", why } }, moved(record, "accepted")];
}

type Confirmation = ProposalRecord["headConfirmations"][number];
/** Of how many people, of how many organisations; of which group's voters, or anybody who could confirm. */
interface Asked {
  readonly group: string | null;
  readonly people: number;
  readonly organisations: number;
}

/** As many as each deciding group's consensus asks consents of, one at least; of Core what `confirm` says. */
function asked(record: ProposalRecord, { facts, governance }: DecideContext): readonly Asked[] {
  const { "authority-members": ofCore } = governance.rules.confirm;
  if (coreDecides({ record, facts })) return [{ group: null, people: ofCore, organisations: 0 }];
  return consensusShares({ record, facts, governance }).map(({ authority, procedure: id }) => {
    const procedure = governance.procedures.get(id);
    const consents = procedure?.kind === "lazy-consensus" ? procedure.consents : { needed: ofCore, organisations: 0 };
    return { group: authority, people: Math.max(1, consents.needed), organisations: consents.organisations };
  });
}

function isMet({ group, people, organisations }: Asked, given: readonly Confirmation[], { groups }: Governance, now: Instant): boolean {
  const voters = group === null ? null : seatedOn(groups.get(group)?.voters ?? [], now.slice(0, 10));
  const theirs = given.filter(({ person }) => voters === null || voters.includes(person));
  return theirs.length >= people && organisationsAmong(theirs) >= organisations;
}

/** X4: after acceptance every head is compared with what was accepted; pushing that text back ends it. */
function judgeHead(record: ProposalRecord, facts: DecideContext["facts"]): readonly FactDraft[] {
  const { accepted, text, unconfirmed, state } = record;
  if (accepted === null || text === null || (state !== "accepted" && state !== "final")) return [];
  const known = [accepted, ...accepted.earlier];
  const changed = known.some(({ proposal }) => proposal === text.proposal) ? facts.laterReasons : ["text-changed"];
  const isKnown = known.some(({ digest, files }) => digest === text.digest && changedFiles(files, text.files).length === 0);
  const reasons = isKnown ? [] : changed;
  if (reasons.length === 0 && unconfirmed === null) return [];
  if (unconfirmed?.headSha === text.headSha && unconfirmed.reasons.join() === reasons.join()) return [];
  return [{ fact: { type: "head-judged", headSha: text.headSha, reasons } }];
}

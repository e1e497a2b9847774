import type { Reason } from "../../domain/reason.ts";
import { type Delegation, hasBegun, hasEnded } from "../../governance/index.ts";
import { groupTitle } from "./group-title.ts";
import { decideReach } from "./reach.ts";
import { decideShares, type Share } from "./several-owners.ts";
import type { OwnedSituation } from "./situation.ts";
import { reason } from "./verdict.ts";

/** A delegation that fits, with the groups that share in the decision. */
export interface Grant {
  readonly delegation: Delegation;
  readonly share: Share;
  /** This delegation and those of all groups that decide with it are adopted. */
  readonly adopted: boolean;
}

export type DelegationChoice =
  | { readonly kind: "granted"; readonly grant: Grant; readonly reasons: readonly Reason[] }
  /** `adopted` is false when only the adoption is missing. */
  | { readonly kind: "refused"; readonly reasons: readonly Reason[]; readonly adopted: boolean };

/**
 * The clause under which the owner decides. Several that fit are several permissions, and any one suffices: the one that leaves
 * the group most, then one that is adopted, then the first as written; so touching one more domain can only take permissions
 * away. Where none fits, the one that came nearest gives the reason.
 */
export function chooseDelegation(situation: OwnedSituation): DelegationChoice {
  const judged = situation.owner.delegations.map((delegation) => judge(delegation, situation));
  const [grant] = judged
    .flatMap((each) => (each.kind === "fits" ? [each.grant] : []))
    .toSorted((a, b) => strictness(a) - strictness(b) || Number(b.adopted) - Number(a.adopted));
  if (grant) return { kind: "granted", grant, reasons: reasonsFor(grant, situation) };
  const [nearest] = judged.flatMap((each) => (each.kind === "fails" ? [each] : [])).toSorted((a, b) => b.step - a.step);
  if (nearest) return { kind: "refused", reasons: nearest.reasons, adopted: nearest.step < adoptionStep };
  const text = `${groupTitle(situation.owner)} holds no delegation: it recommends.`;
  return { kind: "refused", reasons: [reason("no-delegation", text, situation.owner.clause)], adopted: true };
}

type Judged =
  | { readonly kind: "fits"; readonly grant: Grant }
  /** `step`: how many conditions held before the one that did not. */
  | { readonly kind: "fails"; readonly step: number; readonly reasons: readonly Reason[] };

function judge(delegation: Delegation, situation: OwnedSituation): Judged {
  const { owner, proposedDelegations } = situation;
  const step = conditions.findIndex((condition) => !condition.holds(delegation, situation));
  const failed = conditions[step];
  const fails = (at: number, ...reasons: readonly Reason[]): Judged => ({ kind: "fails", step: at, reasons });
  if (failed) return fails(step, reason(failed.code, failed.refusal(groupTitle(owner), situation, delegation), delegation.clause));

  const verdict = decideShares(delegation, owner, situation);
  if (verdict.kind === "not-shared") return fails(conditions.length, ...verdict.reasons);
  const fault = decideReach(delegation, owner, situation);
  if (fault) return fails(conditions.length + 1, fault);

  const adopted = [delegation, ...verdict.share.delegations].every((each) => each.adopted !== null);
  if (adopted || proposedDelegations === "act") return { kind: "fits", grant: { delegation, share: verdict.share, adopted } };
  const text = `A delegation to ${groupTitle(owner)} would cover this, but no decision that grants it is recorded.`;
  return fails(adoptionStep, reason("delegation-not-adopted", text, delegation.clause));
}

interface Condition {
  readonly code: string;
  readonly holds: (delegation: Delegation, situation: OwnedSituation) => boolean;
  readonly refusal: (title: string, situation: OwnedSituation, delegation: Delegation) => string;
}

const conditions: readonly Condition[] = [
  {
    code: "domain-not-delegated",
    holds: ({ domains }, { primary }) => domains.includes(primary.id),
    refusal: (title, { primary }) => `${title} owns \`${primary.id}\`, and no delegation to it names that domain.`,
  },
  {
    code: "type-not-delegated",
    holds: ({ types }, { type }) => type !== null && types.includes(type),
    refusal: (title, { type }) =>
      type === null
        ? "The file names no known type, and every delegation is for some."
        : `${type} proposals are not delegated to ${title}.`,
  },
  {
    code: "change-not-delegated",
    holds: ({ changes }, { effectiveChange }) => changes.includes(effectiveChange),
    refusal: (title, { change }) =>
      change === "unclear"
        ? `What the change does to existing peers is unclear, so it counts as breaking; breaking changes are not delegated to ${title}.`
        : `${adjective(change)} are not delegated to ${title}.`,
  },
  {
    code: "delegation-not-begun",
    holds: (delegation, { today }) => hasBegun(delegation, today),
    refusal: (title, _, { since }) => `The delegation to ${title} begins on ${since}.`,
  },
  {
    code: "delegation-expired",
    holds: (delegation, { today }) => !hasEnded(delegation, today),
    refusal: (title, _, { until }) => `The delegation to ${title} ended on ${until}.`,
  },
];

/** Comes after the conditions, the other owners and the procedure's reach: then only the adoption is missing. */
const adoptionStep = conditions.length + 2;

function reasonsFor({ delegation, share, adopted }: Grant, { owner, type, effectiveChange }: OwnedSituation): readonly Reason[] {
  const covers = `A delegation to ${groupTitle(owner)} covers ${lowered(adjective(effectiveChange))} of type ${type}.`;
  const proposed = reason(
    "delegation-proposed",
    "That delegation is not adopted yet. Here it acts, marked as proposed; on a real installation the group recommends and Core decides.",
    delegation.clause,
  );
  return [reason("delegated", covers, delegation.clause), ...share.reasons, ...(adopted ? [] : [proposed])];
}

const strictness = ({ delegation }: Grant) => (delegation.oversight.kind === "veto-window" ? 0 : 1);
const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function adjective(change: OwnedSituation["change"]): string {
  switch (change) {
    case "additive":
      return "Additive changes";
    // An unclear change is asked about as a breaking one.
    case "breaking":
    case "unclear":
      return "Breaking changes";
    case "extension":
      return "Extensions";
    case "clarification":
      return "Clarifications";
    case "process":
      return "Changes of process";
    case "informational":
      return "Informational texts";
  }
}

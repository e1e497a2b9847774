import type { Reason } from "../../domain/reason.ts";
import type { Delegation, Group } from "../../governance/model.ts";
import { runs } from "./electorate.ts";
import { groupTitle } from "./group-title.ts";
import { decideReach } from "./reach.ts";
import { decideShares, type Share } from "./several-owners.ts";
import type { Situation } from "./situation.ts";
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
  | { readonly kind: "refused"; readonly reasons: readonly Reason[]; readonly adopted: boolean };

/**
 * The clause under which the owner decides. Each condition narrows the list; the one that empties it is the reason.
 * Several that fit are several permissions, and any one suffices: the one that leaves the group most, then one that is
 * adopted, then the first as written. So touching one more domain can only take permissions away.
 */
export function chooseDelegation(owner: Group, situation: Situation): DelegationChoice {
  const title = groupTitle(owner);
  let left: readonly Delegation[] = owner.delegations;
  if (left.length === 0) return refused(reason("no-delegation", `${title} holds no delegation: it recommends.`, owner.clause));

  for (const condition of conditions) {
    const fitting = left.filter((delegation) => condition.holds(delegation, situation));
    const last = left[0];
    if (fitting.length === 0)
      return refused(reason(condition.code, condition.refusal(title, situation, left), last?.clause ?? owner.clause));
    left = fitting;
  }

  const shares = left.map((delegation) => ({ delegation, share: decideShares(delegation, owner, situation) }));
  const shared = shares.flatMap(({ delegation, share }) => (share.kind === "shared" ? [{ delegation, share: share.share }] : []));
  if (shared.length === 0) return refused(...shares.slice(0, 1).flatMap(({ share }) => (share.kind === "not-shared" ? share.reasons : [])));

  const reachable = shared.map((candidate) => ({ ...candidate, fault: decideReach(candidate.delegation, owner, situation) }));
  const within = reachable.filter(({ fault }) => fault === null);
  if (within.length === 0) return refused(...reachable.slice(0, 1).flatMap(({ fault }) => (fault ? [fault] : [])));

  const grants = within
    .map(
      ({ delegation, share }): Grant => ({
        delegation,
        share,
        adopted: [delegation, ...share.delegations].every((each) => each.adopted !== null),
      }),
    )
    .toSorted((a, b) => strictness(a.delegation) - strictness(b.delegation) || Number(b.adopted) - Number(a.adopted));
  const grant = situation.proposedDelegations === "act" ? grants[0] : grants.find(({ adopted }) => adopted);
  if (grant) return { kind: "granted", grant, reasons: reasonsFor(grant, title, situation) };
  const clause = grants[0]?.delegation.clause ?? owner.clause;
  const text = `A delegation to ${title} would cover this, and no decision that grants it is recorded: the group recommends and Core decides.`;
  return { kind: "refused", adopted: false, reasons: [reason("delegation-not-adopted", text, clause)] };
}

interface Condition {
  readonly code: string;
  readonly holds: (delegation: Delegation, situation: Situation) => boolean;
  readonly refusal: (title: string, situation: Situation, left: readonly Delegation[]) => string;
}

const conditions: readonly Condition[] = [
  {
    code: "domain-not-delegated",
    holds: ({ domains }, { primary }) => primary !== null && domains.includes(primary.id),
    refusal: (title, { primary }) => `${title} owns \`${primary?.id}\`, and no delegation to it names that domain.`,
  },
  {
    code: "type-not-delegated",
    holds: ({ types }, { type }) => type !== null && types.includes(type),
    refusal: (title, { type }) =>
      type === null
        ? `The file names no known type, and every delegation is for some.`
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
    holds: ({ since }, { today }) => runs({ since, until: null }, today),
    refusal: (title, _, left) => `The delegation to ${title} begins on ${earliest(left)}.`,
  },
  {
    code: "delegation-expired",
    holds: ({ until }, { today }) => runs({ since: null, until }, today),
    refusal: (title, _, left) => `The delegation to ${title} ended on ${latest(left)}.`,
  },
];

function reasonsFor(grant: Grant, title: string, situation: Situation): readonly Reason[] {
  const { delegation, share, adopted } = grant;
  const covers = `A delegation to ${title} covers ${lowered(adjective(situation.effectiveChange))} of type ${situation.type}.`;
  const proposed = reason(
    "delegation-proposed",
    "That delegation is not adopted yet. Here it acts, marked as proposed; on a real installation the group recommends and Core decides.",
    delegation.clause,
  );
  return [reason("delegated", covers, delegation.clause), ...share.reasons, ...(adopted ? [] : [proposed])];
}

const refused = (...reasons: Reason[]): DelegationChoice => ({ kind: "refused", reasons, adopted: true });
const strictness = ({ oversight }: Delegation) => (oversight.kind === "veto-window" ? 0 : 1);
const earliest = (left: readonly Delegation[]) => left.flatMap(({ since }) => (since === null ? [] : [since])).toSorted()[0] ?? "";
const latest = (left: readonly Delegation[]) =>
  left
    .flatMap(({ until }) => (until === null ? [] : [until]))
    .toSorted()
    .at(-1) ?? "";
const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function adjective(change: Situation["change"]): string {
  switch (change) {
    case "additive":
      return "Additive changes";
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

import type { Reason } from "../../domain/reason.ts";
import { type Delegation, type Group, hasBegun, hasEnded } from "../../governance/index.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
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
  const fitting = narrow(owner, situation);
  if (!fitting.ok) return { kind: "refused", reasons: fitting.error, adopted: true };
  const shared = shareOut(fitting.value, owner, situation);
  if (!shared.ok) return { kind: "refused", reasons: shared.error, adopted: true };
  const grants = withinReach(shared.value, owner, situation);
  if (!grants.ok) return { kind: "refused", reasons: grants.error, adopted: true };

  const title = groupTitle(owner);
  const best = grants.value.toSorted((a, b) => strictness(a) - strictness(b) || Number(b.adopted) - Number(a.adopted));
  const grant = situation.proposedDelegations === "act" ? best[0] : best.find(({ adopted }) => adopted);
  if (grant) return { kind: "granted", grant, reasons: reasonsFor(grant, title, situation) };
  const text = `A delegation to ${title} would cover this, and no decision that grants it is recorded: the group recommends and Core decides.`;
  return { kind: "refused", adopted: false, reasons: [reason("delegation-not-adopted", text, best[0]?.delegation.clause ?? owner.clause)] };
}

type Narrowed<T> = Result<readonly T[], readonly Reason[]>;

/** The owner's delegations that are for such a proposal on such a day. */
function narrow(owner: Group, situation: Situation): Narrowed<Delegation> {
  const title = groupTitle(owner);
  let left: readonly Delegation[] = owner.delegations;
  if (left.length === 0) return err([reason("no-delegation", `${title} holds no delegation: it recommends.`, owner.clause)]);
  for (const condition of conditions) {
    const fitting = left.filter((delegation) => condition.holds(delegation, situation));
    if (fitting.length === 0)
      return err([reason(condition.code, condition.refusal(title, situation, left), left[0]?.clause ?? owner.clause)]);
    left = fitting;
  }
  return ok(left);
}

/** Those of them that allow for the other domains touched. */
function shareOut(delegations: readonly Delegation[], owner: Group, situation: Situation): Narrowed<Grant> {
  const verdicts = delegations.map((delegation) => ({ delegation, verdict: decideShares(delegation, owner, situation) }));
  const grants = verdicts.flatMap(({ delegation, verdict }) => {
    if (verdict.kind === "not-shared") return [];
    const adopted = [delegation, ...verdict.share.delegations].every((each) => each.adopted !== null);
    return [{ delegation, share: verdict.share, adopted }];
  });
  if (grants.length > 0) return ok(grants);
  return err(verdicts.slice(0, 1).flatMap(({ verdict }) => (verdict.kind === "not-shared" ? verdict.reasons : [])));
}

/** Those of them whose procedure can end with yes, once authors and sponsor are left out. */
function withinReach(grants: readonly Grant[], owner: Group, situation: Situation): Narrowed<Grant> {
  const faults = grants.map((grant) => ({ grant, fault: decideReach(grant.delegation, owner, situation) }));
  const within = faults.flatMap(({ grant, fault }) => (fault === null ? [grant] : []));
  if (within.length > 0) return ok(within);
  return err(faults.slice(0, 1).flatMap(({ fault }) => fault ?? []));
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
    holds: (delegation, { today }) => hasBegun(delegation, today),
    refusal: (title, _, left) => `The delegation to ${title} begins on ${earliest(left)}.`,
  },
  {
    code: "delegation-expired",
    holds: (delegation, { today }) => !hasEnded(delegation, today),
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

const strictness = ({ delegation }: Grant) => (delegation.oversight.kind === "veto-window" ? 0 : 1);
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

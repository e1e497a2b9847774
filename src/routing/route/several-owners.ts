import type { Reason } from "../../domain/reason.ts";
import { type Delegation, type Group, isRunning } from "../../governance/index.ts";
import { decideCapacity } from "./capacity.ts";
import { groupTitle } from "./group-title.ts";
import { decideReach } from "./reach.ts";
import type { Situation, TouchedDomain } from "./situation.ts";
import { reason } from "./verdict.ts";

/** Who takes part in the decision beside the leading group. */
export interface Share {
  readonly jointWith: readonly string[];
  /** Owners of domains that are touched without them; to be heard. */
  readonly heard: readonly string[];
  /** Delegations of the groups in `jointWith`. */
  readonly delegations: readonly Delegation[];
  readonly reasons: readonly Reason[];
}

export type ShareVerdict =
  | { readonly kind: "shared"; readonly share: Share }
  | { readonly kind: "not-shared"; readonly reasons: readonly Reason[] };

/**
 * The primary's group leads where, for every other domain touched, its own delegation covers the domain (being its owner),
 * names it in `alongside`, or the domain's owner may decide jointly. Core counts as an owner, and never joins.
 */
export function decideShares(delegation: Delegation, owner: Group, situation: Situation): ShareVerdict {
  const findings = situation.touched.map((touched) => decideShare(touched, delegation, owner, situation));
  const refusals = findings.flatMap((finding) => (finding.kind === "refused" ? [finding.reason] : []));
  if (refusals.length > 0) return { kind: "not-shared", reasons: refusals };
  const joint = findings.flatMap((finding) => (finding.kind === "joint" ? [finding] : []));
  const heard = findings.flatMap((finding) => (finding.kind === "alongside" && finding.group ? [finding.group.id] : []));
  const sole = situation.touched.length === 0 ? [reason("sole-domain", "No other domain is touched.", null)] : [];
  return {
    kind: "shared",
    share: {
      jointWith: [...new Set(joint.map(({ group }) => group.id))],
      heard: [...new Set(heard)],
      delegations: joint.map((each) => each.delegation),
      reasons: [...sole, ...findings.map((finding) => finding.reason)],
    },
  };
}

type Finding =
  | { readonly kind: "own"; readonly reason: Reason }
  | { readonly kind: "alongside"; readonly group: Group | null; readonly reason: Reason }
  | { readonly kind: "joint"; readonly group: Group; readonly delegation: Delegation; readonly reason: Reason }
  | { readonly kind: "refused"; readonly reason: Reason };

function decideShare(touched: TouchedDomain, delegation: Delegation, owner: Group, situation: Situation): Finding {
  const { id, owner: other } = touched;
  const title = groupTitle(owner);
  if (delegation.alongside.includes(id)) {
    const text = `It touches \`${id}\` too${other ? ` (${groupTitle(other)})` : ""}; the delegation allows that alongside.`;
    return { kind: "alongside", group: other, reason: reason("alongside", text, delegation.clause) };
  }
  if (other?.id === owner.id) {
    if (delegation.domains.includes(id)) {
      return { kind: "own", reason: reason("own-domain", `It touches \`${id}\` too, which ${title} owns as well.`, delegation.clause) };
    }
    const text = `It touches \`${id}\` too, which ${title} owns, and the delegation does not name.`;
    return { kind: "refused", reason: reason("touched-not-delegated", text, delegation.clause) };
  }
  if (!other) {
    const text = `It touches \`${id}\` too, which no group owns.`;
    return { kind: "refused", reason: reason("touches-core", text, touched.domain?.clause ?? null) };
  }
  return decideJoint(other, touched, situation);
}

function decideJoint(other: Group, { id }: TouchedDomain, situation: Situation): Finding {
  const title = groupTitle(other);
  const refuse = (why: string, clause: string): Finding => ({
    kind: "refused",
    reason: reason("several-owners", `It touches \`${id}\` too, which belongs to ${title}, and ${why}.`, clause),
  });
  const joint = other.delegations
    .filter((each) => each.joint && each.domains.includes(id) && isRunning(each, situation.today))
    .filter((each) => each.types.some((type) => type === situation.type) && each.changes.includes(situation.effectiveChange))
    .toSorted((a, b) => Number(b.adopted !== null) - Number(a.adopted !== null))[0];
  if (!joint) return refuse("no delegation to it allows deciding this jointly", other.clause);
  const capacity = decideCapacity(other, situation);
  if (capacity.kind === "core") return refuse("that group cannot act now", other.clause);
  if (decideReach(joint, other, situation)) return refuse("its own procedure could not end with yes", joint.clause);
  const text = `It touches \`${id}\` too; ${title} may decide it jointly.`;
  return { kind: "joint", group: other, delegation: joint, reason: reason("joint", text, joint.clause) };
}

import type { Reason } from "../../domain/reason.ts";
import type { Route } from "../../domain/route.ts";
import { decideCapacity } from "./capacity.ts";
import { resolveAuthority, resolveProcedure } from "./core-authority.ts";
import { chooseDelegation, type Grant } from "./delegation-choice.ts";
import { groupTitle } from "./group-title.ts";
import { decideScope, explainUnowned } from "./ownership.ts";
import { decideReserved } from "./reserved-matter.ts";
import type { RouteInput } from "./route-input.ts";
import { isOwned, type OwnedSituation, resolveSituation, type Situation } from "./situation.ts";
import { pass, reason, toCore, type Verdict } from "./verdict.ts";

/**
 * Who decides a proposal, by which procedure, under whose oversight, and why (design section 5, step 5). Total: every input
 * has a route, and whatever is missing, unknown or in doubt leads to Core. The steps stand in the order in which they are tried.
 */
export function decideRoute(input: RouteInput): Route {
  const situation = resolveSituation(input);
  const reserved = decideReserved(situation);
  if (reserved.kind === "core") return coreRoute(situation, reserved.reasons, { authority: reserved.authority });
  if (!isOwned(situation)) return coreRoute(situation, [...reserved.reasons, explainUnowned(situation)]);

  const reasons = [...reserved.reasons];
  for (const step of [decideScope, decideOwnCapacity]) {
    const verdict = step(situation);
    reasons.push(...verdict.reasons);
    if (verdict.kind === "core") return coreRoute(situation, reasons);
  }
  const choice = chooseDelegation(situation);
  reasons.push(...choice.reasons);
  if (choice.kind === "refused") return coreRoute(situation, reasons, { adopted: choice.adopted });

  const certainty = decideCertainty(situation);
  reasons.push(...certainty.reasons);
  if (certainty.kind === "core") return coreRoute(situation, reasons, { adopted: choice.grant.adopted });
  return groupRoute(situation, choice.grant, reasons);
}

const decideOwnCapacity = (situation: OwnedSituation): Verdict => decideCapacity(situation.owner, situation);

/** A best guess delegates nothing: of the domains it might be, Core's is always one. */
function decideCertainty({ classification, primary, owner }: OwnedSituation): Verdict {
  if (classification.confident) return pass();
  const text = `\`${primary.id}\` is a best guess: a person has to confirm the domain before ${groupTitle(owner)} may decide.`;
  return toCore(reason("domain-doubtful", text));
}

function groupRoute(situation: OwnedSituation, { delegation, share, adopted }: Grant, reasons: readonly Reason[]): Route {
  const group = situation.owner.id;
  return {
    kind: "group",
    group,
    authority: null,
    jointWith: share.jointWith,
    consulted: unique([...share.heard, ...advisersOf(situation)], [group, ...share.jointWith]),
    procedure: delegation.procedure,
    oversight: delegation.oversight,
    adopted,
    reasons,
  };
}

interface CoreTerms {
  /** Where the constitution names another than Core. */
  readonly authority?: string | undefined;
  /** False when a delegation would apply, but for its adoption. */
  readonly adopted?: boolean;
}

function coreRoute(situation: Situation, reasons: readonly Reason[], { authority: wanted, adopted = true }: CoreTerms = {}): Route {
  const { governance, owner, touched } = situation;
  const authority = resolveAuthority(governance, wanted);
  const group = owner && owner.status !== "retired" ? owner.id : null;
  const otherOwners = touched.flatMap((each) => (each.owner && each.owner.status !== "retired" ? [each.owner.id] : []));
  return {
    kind: "core",
    group,
    authority: authority.id,
    jointWith: [],
    consulted: unique([...otherOwners, ...advisersOf(situation)], group ? [group] : []),
    procedure: resolveProcedure(governance, authority),
    oversight: null,
    adopted,
    reasons,
  };
}

/** Groups that the taxonomy names as advisers of what changes, as far as they still exist. */
function advisersOf({ governance, domain, touched }: Situation): readonly string[] {
  const advisers = [domain, ...touched.map((each) => each.domain)].flatMap((each) => each?.advisers ?? []);
  return advisers.filter((id) => governance.groups.get(id)?.status !== "retired");
}

const unique = (ids: readonly string[], without: readonly string[]) => [...new Set(ids)].filter((id) => !without.includes(id));

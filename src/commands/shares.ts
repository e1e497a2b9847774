import { type DecisionRecord, fewestOfGroup } from "../domain/decision.ts";
import type { CommandContext } from "./command.ts";
import { primaryOf } from "./confirmation.ts";
import { coreDecides, decidingGroups } from "./roles.ts";

/** Who decides a part, and by which procedure. */
export interface Share {
  readonly authority: string;
  readonly procedure: string;
  /** {@link DecisionPart.fewest} */
  readonly fewest: number;
}

/** The groups of the route, each with the procedure that its delegation (or else the route) names (C6); to recommend, the first (O4). */
export function consensusShares(context: Pick<CommandContext, "facts" | "governance" | "record">): readonly Share[] {
  const { facts, governance } = context;
  const recommends = coreDecides(context);
  const some = [...governance.procedures.values()].find(({ kind }) => kind === "lazy-consensus")?.id ?? "";
  const groups = recommends ? decidingGroups(context).slice(0, 1) : decidingGroups(context);
  return groups.map(({ id, delegations }) => {
    const own = (delegations.find(({ domains }) => domains.includes(primaryOf(context))) ?? delegations[0])?.procedure ?? some;
    const named = facts.route.kind === "group" && id === facts.route.group ? facts.route.procedure : own;
    const isConsensus = governance.procedures.get(named)?.kind === "lazy-consensus";
    // What one person recommends moves nothing; what a group decides does.
    return recommends
      ? { authority: id, procedure: isConsensus ? named : some, fewest: 0 }
      : { authority: id, procedure: named, fewest: fewestOfGroup };
  });
}

/** A group's vote: the one its procedure is, or the one its consensus names for when a block stands (`on-block`). */
export function voteShares(open: DecisionRecord | null, context: CommandContext): readonly Share[] {
  const kept = open?.parts.map(({ authority, fewest, rule }): Share => ({ authority, procedure: rule.procedure, fewest }));
  return (kept ?? consensusShares(context)).map(({ procedure: id, ...share }) => {
    const procedure = context.governance.procedures.get(id);
    return { ...share, procedure: procedure?.kind === "lazy-consensus" ? procedure["on-block"] : id };
  });
}

/** Core's own decision: by the route, or by what the authority always decides by where an act brought the matter to it. */
export function coreShare({ facts, governance }: CommandContext): Share {
  if (facts.route.kind === "core") {
    return { authority: facts.route.authority ?? "core-maintainers", procedure: facts.route.procedure, fewest: 0 };
  }
  return { authority: "core-maintainers", procedure: governance.authorities.get("core-maintainers")?.procedure ?? "", fewest: 0 };
}

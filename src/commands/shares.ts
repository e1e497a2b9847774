import type { DecisionRecord } from "../domain/decision.ts";
import type { CommandContext } from "./command.ts";
import { coreDecides, decidingGroups } from "./roles.ts";

/** Who decides a part, and by which procedure. */
export interface Share {
  readonly authority: string;
  readonly procedure: string;
}

const primaryOf = ({ facts }: CommandContext) => facts.classification.domains.find((domain) => domain.primary)?.id ?? "";

/** The groups of the route, each with the procedure that its delegation (or else the route) names (C6); to recommend, the first (O4). */
export function consensusShares(context: CommandContext): readonly Share[] {
  const { facts, governance } = context;
  const recommends = coreDecides(context);
  const some = [...governance.procedures.values()].find(({ kind }) => kind === "lazy-consensus")?.id ?? "";
  const groups = recommends ? decidingGroups(context).slice(0, 1) : decidingGroups(context);
  return groups.map(({ id, delegations }) => {
    const own = (delegations.find(({ domains }) => domains.includes(primaryOf(context))) ?? delegations[0])?.procedure ?? some;
    const named = facts.route.kind === "group" && id === facts.route.group ? facts.route.procedure : own;
    const isConsensus = governance.procedures.get(named)?.kind === "lazy-consensus";
    return { authority: id, procedure: recommends && !isConsensus ? some : named };
  });
}

/** A group's vote: the one its procedure is, or the one its consensus names for when a block stands (`on-block`). */
export function voteShares(open: DecisionRecord | null, context: CommandContext): readonly Share[] {
  const kept = open?.parts.map(({ authority, rule }): Share => ({ authority, procedure: rule.procedure }));
  return (kept ?? consensusShares(context)).map(({ authority, procedure: id }) => {
    const procedure = context.governance.procedures.get(id);
    return { authority, procedure: procedure?.kind === "lazy-consensus" ? procedure["on-block"] : id };
  });
}

/** Core's own decision: by the route, or by what the authority always decides by where an act brought the matter to it. */
export function coreShare({ facts, governance }: CommandContext): Share {
  if (facts.route.kind === "core") return { authority: facts.route.authority ?? "core-maintainers", procedure: facts.route.procedure };
  return { authority: "core-maintainers", procedure: governance.authorities.get("core-maintainers")?.procedure ?? "" };
}

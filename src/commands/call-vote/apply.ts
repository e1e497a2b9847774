import { closing } from "../closing.ts";
import type { CommandContext, FactDraft } from "../command.ts";
import { confirmations } from "../confirmation.ts";
import { runningDecision } from "../deciding.ts";
import { openVote } from "../opening/index.ts";
import { coreShare, voteShares } from "../shares.ts";
import { opensNow } from "./callers.ts";

/** Core's own decision stands under nobody's oversight. */
export const openCoreVote = (context: CommandContext): readonly FactDraft[] =>
  openVote({ proposes: "accept", parts: [coreShare(context)], oversight: null }, context);

/** O3: the vote with an electorate of its own, frozen anew; or the wish for one, until enough have it. */
export function openGroupVote(context: CommandContext): readonly FactDraft[] {
  const open = runningDecision(context);
  if (!opensNow(context)) return ask(context);
  const { proposes, oversight } = open ?? { proposes: "accept", oversight: context.facts.route.oversight };
  const vote = openVote({ proposes, parts: voteShares(open, context), oversight }, context);
  if (open === null) return [...confirmations(context), ...vote];
  return [closing(open, "voted"), ...vote];
}

function ask(context: CommandContext): readonly FactDraft[] {
  const open = runningDecision(context);
  const asked = open?.voteAskedBy ?? context.record.voteAskedBy;
  const { key } = context.actor;
  return asked.includes(key) ? [] : [{ fact: { type: "vote-asked", decision: open?.id ?? null, person: key } }];
}

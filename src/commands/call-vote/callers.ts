import type { DecisionRecord } from "../../domain/decision.ts";
import type { Group } from "../../governance/index.ts";
import type { CommandContext } from "../command.ts";
import { runningDecision } from "../deciding.ts";
import { freezeElectorate } from "../opening/index.ts";
import { decidingGroups, isLeadOf, isVoterIn } from "../roles.ts";
import { voteShares } from "../shares.ts";

/** Of what is open, else of the route (O1). */
export function groupsOf(open: DecisionRecord | null, context: CommandContext): readonly Group[] {
  return open?.parts.flatMap(({ authority }) => context.governance.groups.get(authority) ?? []) ?? decidingGroups(context);
}

export const isCallingLead = (context: CommandContext): boolean =>
  groupsOf(runningDecision(context), context).some((group) => isLeadOf(group, context));

/** Whether a person votes in the open consensus, or would in a vote that opened now. */
export function wouldVote(person: string, context: CommandContext): boolean {
  const open = runningDecision(context);
  if (open) return isVoterIn(open, person);
  return voteShares(null, context).some(({ authority }) => freezeElectorate(authority, context).some((voter) => voter.person === person));
}

/** O3: a lead alone; one voting member while a block stands; else as many who asked as the vote's procedure says. */
export function opensNow(context: CommandContext): boolean {
  const open = runningDecision(context);
  if (isCallingLead(context) || (open !== null && open.blocks.length > 0)) return true;
  const needed = voteShares(open, context).map(({ procedure: id }) => {
    const procedure = context.governance.procedures.get(id);
    return procedure?.kind === "vote" ? procedure["called-by-members"] : 1;
  });
  const asked = [...(open?.voteAskedBy ?? context.record.voteAskedBy), context.actor.key];
  return new Set(asked.filter((person) => wouldVote(person, context))).size >= Math.max(...needed, 1);
}

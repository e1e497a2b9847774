import type { EscalationAnswer } from "../../domain/decision.ts";
import { clauseOf } from "../clause-of.ts";
import { closing } from "../closing.ts";
import type { CommandContext, FactDraft } from "../command.ts";
import { openEscalation, runningDecision } from "../deciding.ts";
import { draftEscalation } from "../draft-escalation.ts";
import { contestableVote } from "./contest.ts";

/** E2: ends what is open, undoes what is contested, and names who answers and by when. Escalated already, nothing changes (T7). */
export function raise(reason: string, context: CommandContext): readonly FactDraft[] {
  if (openEscalation(context) !== null) return [];
  const contested = contestableVote(context);
  const open = runningDecision(context);
  const ends: readonly FactDraft[] = open ? [closing(open, "ended")] : [];
  return [
    ...ends,
    ...(contested ? undo(context) : []),
    draftEscalation({ why: contested ? "contested" : "raised", raisedBy: context.actor.key, reason }, context),
  ];
}

function undo({ record }: CommandContext): readonly FactDraft[] {
  const overseen = record.oversight !== null && record.oversight.ended === null;
  const ended: FactDraft = { fact: { type: "oversight-ended", how: "undone" } };
  return [...(overseen ? [ended] : []), { fact: { type: "state-moved", from: record.state, to: "in-review" } }];
}

export function answer(kind: EscalationAnswer, text: string, context: CommandContext): readonly FactDraft[] {
  const open = openEscalation(context);
  return open
    ? [{ reason: text, clause: clauseOf("escalation", context), fact: { type: "escalation-answered", escalation: open.id, answer: kind } }]
    : [];
}

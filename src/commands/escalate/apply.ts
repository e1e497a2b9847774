import { addDuration, dayOf } from "../../calendar/index.ts";
import type { EscalationAnswer } from "../../domain/decision.ts";
import { pickHandler } from "../../procedures/index.ts";
import { clauseOf } from "../clause-of.ts";
import { closing } from "../closing.ts";
import type { CommandContext, FactDraft } from "../command.ts";
import { openEscalation, runningDecision } from "../deciding.ts";
import { contestableVote } from "./contest.ts";

/** E2: ends what is open, undoes what is contested, and names who answers and by when. Escalated already, nothing changes (T7). */
export function raise(reason: string, context: CommandContext): readonly FactDraft[] {
  if (openEscalation(context) !== null) return [];
  const { record, facts, governance, calendar, at, actor, load } = context;
  const contested = contestableVote(context);
  const open = runningDecision(context);
  const parties = [...facts.authors, ...(record.sponsor ? [record.sponsor.person] : []), actor.key];
  const handler = pickHandler({ governance, parties, recused: record.recused, load, today: dayOf(at, calendar) });
  const ends: readonly FactDraft[] = open ? [closing(open, "ended")] : [];
  return [
    ...ends,
    ...(contested ? undo(context) : []),
    {
      reason,
      clause: clauseOf("escalation", context),
      fact: {
        type: "escalation-opened",
        why: contested ? "contested" : "raised",
        raisedBy: actor.key,
        handler: handler?.login ?? null,
        handlerPerson: handler?.id ?? null,
        answerBy: addDuration(at, governance.project.escalation?.["answer-within"] ?? "5 business days", calendar),
      },
    },
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

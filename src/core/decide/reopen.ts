import { isAfterDeadline } from "../../calendar/index.ts";
import type { FactDraft } from "../../commands/command.ts";
import { isOfAuthority } from "../../commands/roles.ts";
import type { DecisionRecord } from "../../domain/decision.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import { type FoldedEvent, foldEvent } from "../ledger/index.ts";
import type { Act } from "./act.ts";
import { moved } from "./conclude.ts";
import { decideAct } from "./decide-act.ts";
import type { DecideContext } from "./decide-context.ts";

/** Commands that could have changed how a decision ended (T4). */
const changing: readonly string[] = ["lgtm", "vote", "block", "unblock", "veto"];

/**
 * T4: an act that was in time, found after its deadline had brought the end. Opens the decision (or the oversight) again, when the
 * act would have been done then; empty when it changes nothing, or the proposal is final.
 */
export function reopenFor(act: Act, record: ProposalRecord, context: DecideContext): readonly FactDraft[] {
  if (record.state === "final" || !changing.includes(act.line.name) || act.repeat !== null) return [];
  const ways =
    act.line.name === "veto"
      ? [reopenOversight(act, record)]
      : lastOfEach(record).map((last) => reopenDecision(last, act, record, context));
  return ways.find((drafts) => drafts.length > 0 && isDoneAfter(drafts, act, record, context)) ?? [];
}

/** Whether the act would have been done, had these never ended. */
function isDoneAfter(drafts: readonly FactDraft[], act: Act, record: ProposalRecord, context: DecideContext): boolean {
  const opened = drafts.reduce<ProposalRecord>((before, { fact }, index) => {
    const event: FoldedEvent = { at: act.at, actor: null, source: act.source, fact, sequence: record.sequence + index + 1 };
    return foldEvent(before, event);
  }, record);
  return decideAct(act, opened, context).drafts.length > 0;
}

/** A recommendation stands beside what Core decides, and is opened again on its own (O5). */
function lastOfEach({ decisions }: ProposalRecord): readonly DecisionRecord[] {
  const last = (recommends: boolean) => decisions.findLast(({ matter }) => (matter === "recommendation") === recommends);
  return [last(false), last(true)].flatMap((decision) => decision ?? []);
}

function reopenOversight(act: Act, { oversight, state }: ProposalRecord): readonly FactDraft[] {
  const ended = oversight?.ended;
  if (!oversight || ended?.how !== "window-passed" || oversight.endsAt === null) return [];
  const inTime = oversight.openedAt <= act.at && !isAfterDeadline(act.at, oversight.endsAt);
  return inTime && (state === "accepted" || state === "rejected") ? [{ fact: { type: "oversight-reopened" } }] : [];
}

function reopenDecision(last: DecisionRecord, act: Act, record: ProposalRecord, context: DecideContext): readonly FactDraft[] {
  if (!endedByDeadline(last) || !wasInTime(act, last)) return [];
  const running = record.oversight !== null && record.oversight.decision === last.id && record.oversight.ended === null;
  const stands = record.state !== "in-review" && last.matter === "proposal";
  const escalation = record.escalations.find(({ answer, openedAt }) => answer === null && openedAt === last.closed?.at);
  return [
    ...(running ? [{ fact: { type: "oversight-ended", how: "undone" } } satisfies FactDraft] : []),
    ...(escalation && !isOfAuthority(last, context.governance)
      ? [{ fact: { type: "escalation-answered", escalation: escalation.id, answer: "return" } } satisfies FactDraft]
      : []),
    ...(stands ? [moved(record, "in-review")] : []),
    { fact: { type: "decision-reopened", decision: last.id } },
  ];
}

function endedByDeadline({ closed, endsAt }: DecisionRecord): boolean {
  return closed !== null && closed.at === endsAt && !["voted", "text-changed", "withdrawn", "closed", "ended"].includes(closed.outcome);
}

function wasInTime({ at }: Act, { openedAt, endsAt }: DecisionRecord): boolean {
  return openedAt <= at && !isAfterDeadline(at, endsAt);
}

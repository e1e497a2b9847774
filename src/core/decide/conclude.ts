import { addDuration } from "../../calendar/index.ts";
import { closing } from "../../commands/closing.ts";
import type { FactDraft } from "../../commands/command.ts";
import { draftEscalation } from "../../commands/draft-escalation.ts";
import { isOfAuthority } from "../../commands/roles.ts";
import type { DecisionOutcome, DecisionRecord } from "../../domain/decision.ts";
import type { LedgerFact } from "../../domain/ledger-event.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { DecideContext } from "./decide-context.ts";

/** What follows from the end of a decision: the state it leads to, Core's oversight, the way to the next authority. */
export function conclude(
  record: ProposalRecord,
  decision: DecisionRecord,
  outcome: DecisionOutcome,
  context: DecideContext,
  at: Instant,
): readonly FactDraft[] {
  const end = closing(decision, outcome);
  if (decision.matter === "recommendation") return [end];
  if (decision.matter === "sponsorship") {
    if (outcome !== "carried") return [end];
    const [part] = decision.parts;
    return [end, { fact: { type: "group-stood", group: part?.authority ?? "", representative: decision.openedBy } }];
  }
  switch (outcome) {
    case "carried":
      return [end, ...carried(record, decision, context, at)];
    case "rejected":
      return [end, moved(record, "rejected"), ...leaveQueue(record)];
    case "not-passed":
    case "no-quorum":
      return [end, draftEscalation({ why: outcome, raisedBy: null }, { ...context, record, at })];
    case "returned":
      return [end, ...(record.state === "accepted" ? [moved(record, "in-review")] : []), ...leaveQueue(record)];
    case "text-changed":
      // L14: a material change during Core's vote returns the proposal to review.
      return isOfAuthority(decision, context.governance) ? [end, ...leaveQueue(record)] : [end];
    case "voted":
    case "deferred":
    case "withdrawn":
    case "closed":
    case "ended":
      return [end];
  }
}

export const moved = ({ state }: ProposalRecord, to: ProposalRecord["state"]): FactDraft => ({
  fact: { type: "state-moved", from: state, to },
});

export const leaveQueue = ({ ready }: ProposalRecord): readonly FactDraft[] => (ready === null ? [] : [{ fact: { type: "queue-left" } }]);

function carried(record: ProposalRecord, decision: DecisionRecord, context: DecideContext, at: Instant): readonly FactDraft[] {
  const move = moved(record, decision.proposes === "accept" ? "accepted" : "rejected");
  const { oversight } = decision;
  if (oversight === null) return [move];
  const { calendar, governance } = context;
  const endsAt = oversight.kind === "veto-window" && oversight.within !== null ? addDuration(at, oversight.within, calendar) : null;
  const contest = governance.project.escalation?.["contest-within"];
  const voted = decision.parts.some(({ rule }) => rule.kind === "vote");
  const opened: LedgerFact = {
    type: "oversight-opened",
    decision: decision.id,
    kind: oversight.kind,
    authority: oversight.by,
    outcome: decision.proposes,
    endsAt,
    // G18: without a time of its own a passed vote can be contested as long as its oversight lasts.
    contestUntil: voted ? (contest === undefined ? endsAt : addDuration(at, contest, calendar)) : null,
  };
  return [move, { fact: opened }];
}

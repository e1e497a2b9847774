import { isAfterDeadline } from "../../calendar/index.ts";
import { closing } from "../../commands/closing.ts";
import type { FactDraft } from "../../commands/command.ts";
import { openEscalation } from "../../commands/deciding.ts";
import { isOfAuthority } from "../../commands/roles.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Instant } from "../../kernel/instant.ts";
import { leaveQueue, moved } from "./conclude.ts";
import type { DecideContext } from "./decide-context.ts";

/** What takes a matter away from whoever decides it, and the ends of oversight (G1-G4, E4). */
export function settleOversight(record: ProposalRecord, context: DecideContext, now: Instant): readonly FactDraft[] {
  const { oversight, state } = record;
  const runs = oversight !== null && oversight.ended === null;
  if (record.leadVeto !== null) {
    const stopped = underLeadVeto(record, runs);
    if (stopped.length > 0) return stopped;
  }
  if (runs && oversight.endsAt !== null && isAfterDeadline(now, oversight.endsAt)) {
    return [{ fact: { type: "oversight-ended", how: "window-passed" } }];
  }
  // Vetoed or contested: what the group decided stands no longer, and the queue entry is alive again.
  const undone = oversight?.ended?.how === "vetoed" || oversight?.ended?.how === "undone";
  const since = record.stateSince ?? "";
  if (undone && (state === "accepted" || state === "rejected") && since <= (oversight?.ended?.at ?? "") && !acceptedSince(record)) {
    return [moved(record, "in-review")];
  }
  return answerEscalation(record, context);
}

/** Whether another decision than the one under this oversight brought the state about. */
function acceptedSince({ decisions, oversight }: ProposalRecord): boolean {
  const last = decisions.findLast(({ closed, matter }) => closed?.outcome === "carried" && matter === "proposal");
  return last !== undefined && oversight !== null && last.id > oversight.decision;
}

/** G3: while it stands nothing accepts; what was accepted is in review again, out of the queue. */
function underLeadVeto(record: ProposalRecord, runs: boolean): readonly FactDraft[] {
  const open = record.decisions.find(({ closed, proposes, matter }) => closed === null && matter === "proposal" && proposes === "accept");
  if (open) return [closing(open, "ended")];
  if (record.state === "accepted") {
    const ended: FactDraft = { fact: { type: "oversight-ended", how: "undone" } };
    return [...(runs ? [ended] : []), moved(record, "in-review"), ...leaveQueue(record)];
  }
  return record.ready !== null && record.ready.at < (record.leadVeto?.at ?? "") ? leaveQueue(record) : [];
}

/** E3: Core's own vote answers an escalation. */
function answerEscalation(record: ProposalRecord, context: DecideContext): readonly FactDraft[] {
  const waiting = openEscalation({ record });
  if (!waiting) return [];
  const taken = record.decisions.some(
    (decision) => decision.closed === null && decision.matter === "proposal" && isOfAuthority(decision, context.governance),
  );
  return taken ? [{ fact: { type: "escalation-answered", escalation: waiting.id, answer: "core" } }] : [];
}

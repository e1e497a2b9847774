import { isAfterDeadline } from "../../calendar/index.ts";
import type { FactDraft } from "../../commands/command.ts";
import { openEscalation } from "../../commands/deciding.ts";
import type { EnteredRecord } from "../../domain/decision.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Instant } from "../../kernel/instant.ts";
import { leaveQueue, moved } from "./conclude.ts";
import type { DecideContext } from "./decide-context.ts";

/** D2: a decision of Core that was entered takes effect once confirmed, or when its time has passed undisputed. */
export function settleEntered(record: ProposalRecord, _context: DecideContext, now: Instant): readonly FactDraft[] {
  const pending = record.entered.find(({ ended }) => ended === null);
  if (!pending) return [];
  if (!stillApplies(record, pending)) return [ended(pending, "overtaken")];
  const confirmed = pending.confirmedBy.length >= pending.confirmationsNeeded;
  if (!confirmed && !isAfterDeadline(now, pending.settlesAt)) return [];
  return [ended(pending, "took-effect"), ...effectOf(record, pending)];
}

/** A record is of one text, of a proposal in review; a Lead veto lets nothing accept (G3). */
function stillApplies({ state, text, leadVeto }: ProposalRecord, { digest, verdict }: EnteredRecord): boolean {
  return state === "in-review" && text?.digest === digest && !(leadVeto !== null && verdict === "accept");
}

const ended = ({ id }: EnteredRecord, how: "took-effect" | "overtaken"): FactDraft => ({ fact: { type: "record-ended", record: id, how } });

function effectOf(record: ProposalRecord, { verdict }: EnteredRecord): readonly FactDraft[] {
  const open = openEscalation({ record });
  const answered: readonly FactDraft[] = open ? [{ fact: { type: "escalation-answered", escalation: open.id, answer: "core" } }] : [];
  switch (verdict) {
    case "accept":
      return [...answered, moved(record, "accepted")];
    case "reject":
      return [...answered, moved(record, "rejected"), ...leaveQueue(record)];
    case "return":
      return [...answered, ...leaveQueue(record)];
  }
}

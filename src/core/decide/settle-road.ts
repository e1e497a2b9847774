import { isAfterDeadline } from "../../calendar/index.ts";
import type { FactDraft } from "../../commands/command.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Instant } from "../../kernel/instant.ts";
import { leaveQueue, moved } from "./conclude.ts";
import type { DecideContext } from "./decide-context.ts";

/** S4: a sponsor and, where asked for, a group make a draft; and what ends by itself beside decisions (H1). */
export function settleRoad(record: ProposalRecord, { governance }: DecideContext, now: Instant): readonly FactDraft[] {
  const { state, sponsor, group, ready } = record;
  const required = governance.project["front-door"]["group-required"];
  if (state === "proposal" && sponsor !== null && (group.stands !== null || !required)) return [moved(record, "draft")];
  if (state === "draft" && sponsor === null) return [moved(record, "proposal"), ...leaveQueue(record)];
  if (ready !== null && ready.kind === "pre" && state !== "draft") return leaveQueue(record);
  const ended = record.holds.find(({ endsAt }) => isAfterDeadline(now, endsAt));
  return ended ? [{ fact: { type: "hold-ended", person: ended.person } }] : [];
}

import type { FactDraft } from "../../commands/command.ts";
import { isOfAuthority } from "../../commands/roles.ts";
import type { DecisionOutcome, DecisionRecord } from "../../domain/decision.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Instant } from "../../kernel/instant.ts";
import { judgeDecision } from "../../procedures/index.ts";
import { conclude } from "./conclude.ts";
import type { DecideContext } from "./decide-context.ts";

/** Ends what can end: because the text is another, the proposal is elsewhere, an escalation took it, or its own rule says so. */
export function settleDecisions(record: ProposalRecord, context: DecideContext, now: Instant, at: Instant): readonly FactDraft[] {
  for (const decision of record.decisions) {
    if (decision.closed !== null) continue;
    const drafts = settleDecision(record, decision, context, now, at);
    if (drafts.length > 0) return drafts;
  }
  return [];
}

function settleDecision(
  record: ProposalRecord,
  decision: DecisionRecord,
  context: DecideContext,
  now: Instant,
  at: Instant,
): readonly FactDraft[] {
  if (!belongs(record, decision, context)) return conclude(record, decision, endingOf(record), context, at);
  // X3: a sponsorship is of the proposal, not of one text.
  if (decision.matter !== "sponsorship" && record.text !== null && record.text.digest !== decision.digest) {
    return conclude(record, decision, "text-changed", context, at);
  }
  const verdict = judgeDecision(decision, { now, attested: isAttested(record) });
  return verdict.kind === "ends" ? conclude(record, decision, verdict.outcome, context, at) : [];
}

/** Whether the proposal still stands where this decision is taken; E4: an escalation takes it from the group. */
function belongs({ state, escalations }: ProposalRecord, decision: DecisionRecord, { governance }: DecideContext): boolean {
  const { matter } = decision;
  if (matter === "sponsorship") return state === "proposal" || state === "draft" || state === "in-review";
  const escalated = escalations.some(({ answer }) => answer === null);
  if (state === "in-review") return !escalated;
  // X5: Core decides anew about a text that its own acceptance, or a group's, does not cover.
  return state === "accepted" && matter === "proposal" && isOfAuthority(decision, governance);
}

/** S6: with the proposal, where its author or a lead laid it to rest. */
function endingOf({ state }: ProposalRecord): DecisionOutcome {
  if (state === "withdrawn") return "withdrawn";
  return state === "dormant" ? "closed" : "ended";
}

/** R2.5: each of the three with a link. */
export function isAttested({ attested }: ProposalRecord): boolean {
  return attested !== null && attested.prototype.length > 0 && attested.benefit.length > 0 && attested.support.length > 0;
}

import { isAfterDeadline } from "../calendar/index.ts";
import type { DecisionRecord } from "../domain/decision.ts";
import type { Instant } from "../kernel/instant.ts";
import { judgeConsensus } from "./judge-consensus.ts";
import { judgeVote } from "./judge-vote.ts";
import type { DecisionVerdict } from "./verdict.ts";

export interface JudgeContext {
  readonly now: Instant;
  /** The sponsor has attested what R2.5 asks, with links. */
  readonly attested: boolean;
}

/**
 * Whether a decision ends now, and how (C5, V2, V7 of docs/how-decisions-work.md). Driven by what is
 * recorded and by `now` alone; a joint decision ends when every part does (C6, V8).
 */
export function judgeDecision(decision: DecisionRecord, context: JudgeContext): DecisionVerdict {
  const late = isAfterDeadline(context.now, decision.endsAt);
  if (decision.deferredAt !== null && isAfterDeadline(context.now, decision.deferredAt)) return { kind: "ends", outcome: "deferred" };
  const votes = decision.parts.filter(({ rule }) => rule.kind === "vote");
  return votes.length > 0 ? judgeVote(decision, late) : judgeConsensus(decision, { late, attested: context.attested });
}

import type { DecisionOutcome, DecisionRecord } from "../domain/decision.ts";
import { tallyOf } from "../procedures/index.ts";
import type { FactDraft } from "./command.ts";

/** The end of a decision, with the tally as it stands. */
export function closing(decision: DecisionRecord, outcome: DecisionOutcome): FactDraft {
  return { fact: { type: "decision-closed", decision: decision.id, outcome, ...tallyOf(decision) } };
}

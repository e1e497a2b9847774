import type { ProposalRecord } from "../domain/proposal-record.ts";
import type { FactDraft } from "./command.ts";

/** S6: laid to rest by a person; what waits for nobody stands in no queue. */
export function rest({ state, ready }: ProposalRecord, to: "withdrawn" | "dormant", reason: string | null): readonly FactDraft[] {
  const moved: FactDraft = { reason, fact: { type: "state-moved", from: state, to } };
  return ready === null ? [moved] : [moved, { fact: { type: "queue-left" } }];
}

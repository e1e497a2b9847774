import { addDuration } from "../../calendar/index.ts";
import type { FactDraft } from "../../commands/command.ts";
import type { EscalationRecord } from "../../domain/decision.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Instant } from "../../kernel/instant.ts";
import { pickHandler } from "../../procedures/index.ts";
import type { DecideContext } from "./decide-context.ts";

/** A failed vote's way to the next authority, with whoever answers and by when (E1, E2); nobody raised it. */
export function openEscalation(
  record: ProposalRecord,
  why: Extract<EscalationRecord["why"], "no-quorum" | "not-passed">,
  { facts, governance, calendar, load }: DecideContext,
  at: Instant,
): FactDraft {
  const parties = [...facts.authors, ...(record.sponsor ? [record.sponsor.person] : [])];
  const handler = pickHandler({ governance, parties, recused: record.recused, load, today: at.slice(0, 10) });
  const answerBy = addDuration(at, governance.project.escalation?.["answer-within"] ?? "5 business days", calendar);
  return {
    fact: {
      type: "escalation-opened",
      why,
      raisedBy: null,
      handler: handler?.login ?? null,
      handlerPerson: handler?.id ?? null,
      answerBy,
    },
    clause: governance.project.escalation?.clause ?? null,
  };
}

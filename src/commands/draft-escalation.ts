import { addDuration, dayOf } from "../calendar/index.ts";
import type { EscalationRecord } from "../domain/decision.ts";
import { pickHandler } from "../procedures/index.ts";
import { clauseOf } from "./clause-of.ts";
import type { CommandContext, FactDraft } from "./command.ts";

type Context = Pick<CommandContext, "record" | "facts" | "governance" | "calendar" | "load" | "at">;

/** The way to the next authority, with whoever answers and by when (E1, E2). `raisedBy` is null where a failed vote leads there. */
export function draftEscalation(
  { why, raisedBy, reason = null }: Pick<EscalationRecord, "why" | "raisedBy"> & { readonly reason?: string | null },
  context: Context,
): FactDraft {
  const { record, governance, calendar, load, at } = context;
  const parties = [...authorsOf(context), ...(record.sponsor ? [record.sponsor.person] : []), ...(raisedBy === null ? [] : [raisedBy])];
  const handler = pickHandler({ governance, parties, recused: record.recused, load, today: dayOf(at, calendar) });
  return {
    reason,
    clause: clauseOf("escalation", context),
    fact: {
      type: "escalation-opened",
      why,
      raisedBy,
      handler: handler?.login ?? null,
      handlerPerson: handler?.id ?? null,
      answerBy: addDuration(at, governance.project.escalation?.["answer-within"] ?? "5 business days", calendar),
    },
  };
}

/** Each once: an author is known by an account as well as by name, and an account of somebody listed is no stranger's. */
function authorsOf({ facts, governance }: Context): readonly string[] {
  const accounts = [...governance.people.values()].flatMap((person) =>
    person.accounts.map(({ id }): [string, string] => [`account:${id}`, person.id]),
  );
  const persons = new Map(accounts);
  return [...new Set([...facts.authors].map((key) => persons.get(key) ?? key))];
}

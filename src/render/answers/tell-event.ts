import { formatInstant } from "../../calendar/index.ts";
import type { LedgerFact } from "../../domain/ledger-event.ts";
import type { Governance } from "../../governance/index.ts";
import { code, join, type Markdown, md, nothing, toPlain } from "../markdown/index.ts";
import { firstWords } from "../stages/index.ts";
import type { NumberedEvent } from "../status/index.ts";
import { tellFact } from "./tell-fact.ts";

/** One entry of the ledger as a line for a terminal, Steward's own work included: when, who, what, the clause and the first words said. */
export function tellEvent(event: NumberedEvent, governance: Governance): string {
  const fact = tellFact(event.fact, governance) ?? tellWork(event.fact);
  const actor = event.actor === null ? nothing : code(event.actor.login, 40);
  // As in `/why`: most facts name whose they are.
  const by = actor === nothing || fact.markdown.startsWith(actor.markdown) ? nothing : md` ${actor}:`;
  const clause = event.clause === null ? nothing : md` (${code(event.clause)})`;
  return toPlain(md`${formatInstant(event.at)}:${by} ${fact}${clause}${firstWords(event)}`);
}

/** What nobody needs to be told on the pull request. */
function tellWork(fact: LedgerFact): Markdown {
  switch (fact.type) {
    case "text-read":
      return fact.change === "first" ? md`the text was read` : md`the text was read again; nothing normative changed`;
    case "text-published":
      return md`the status comment shows the text of ${code(fact.headSha.slice(0, 7))}`;
    case "act-answered":
      return md`${code(`/${fact.command}`, 40)} was answered: ${fact.outcome.kind}`;
    case "reply-posted":
      return md`the reply to it stands`;
    case "reminded":
      return md`reminded ${join(
        fact.logins.slice(0, 20).map((login) => code(login, 40)),
        ", ",
      )}`;
    default:
      return code(fact.type);
  }
}

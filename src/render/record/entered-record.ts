import { formatInstant } from "../../calendar/index.ts";
import type { EnteredRecord } from "../../domain/decision.ts";
import { bulleted, code, type Markdown, md } from "../markdown/index.ts";
import { loginOf, namePerson } from "../stages/index.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { listNamesOf } from "./name-list.ts";

/** A decision of Core that was taken elsewhere and entered (D1, D2). */
export function renderEntered(entered: EnteredRecord, { governance }: ProposalStatus): Markdown {
  const all = entered.yes.length + entered.no.length + entered.abstain.length;
  const names = (persons: readonly string[]) =>
    listNamesOf(
      persons.map((person) => loginOf(person, governance)),
      all,
    );
  return bulleted([
    md`Entered: to ${entered.verdict}, by ${namePerson(entered.enteredBy, governance)}, ${formatInstant(entered.at)}`,
    md`From: ${code(entered.link, 300)}`,
    md`Text: ${code(entered.digest)}`,
    md`Yes: ${names(entered.yes)}`,
    md`No: ${names(entered.no)}`,
    md`Abstain: ${names(entered.abstain)}`,
    md`Confirmed by: ${listNamesOf(
      entered.confirmedBy.slice(0, 20).map((person) => loginOf(person, governance)),
      all,
    )}`,
    ...(entered.ended ? [md`In effect: ${formatInstant(entered.ended.at)}`] : []),
  ]);
}

import { formatInstant } from "../../calendar/index.ts";
import type { EnteredRecord } from "../../domain/decision.ts";
import { code, md } from "../markdown/index.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { listPeople, namePerson } from "./people.ts";
import { coreOf, plainBody } from "./plain-names.ts";
import type { Row, StageText } from "./stage-text.ts";

const verdicts = { accept: "accepted", reject: "rejected", return: "returned" } as const;

/** A decision of Core that was taken elsewhere waits for those listed in it (D1, D2). */
export function describeEntered(entered: EnteredRecord, data: ProposalStatus): StageText {
  const { governance } = data;
  const settles = formatInstant(entered.settlesAt);
  const people = (persons: readonly string[]) => listPeople(persons.map((person) => namePerson(person, governance)));
  const row = (label: string, persons: readonly string[]): readonly Row[] => (persons.length === 0 ? [] : [[label, people(persons)]]);
  return {
    title: `In review · entered as ${verdicts[entered.verdict]} by ${plainBody(coreOf(data), governance)}, in effect ${settles} unless disputed`,
    sentences: [
      md`It takes effect at once when ${entered.confirmationsNeeded} others listed in it write ${code("/record confirm")} (${entered.confirmedBy.length} so far). Anyone listed may ${code("/record dispute reason")} until then.`,
    ],
    rows: [
      ["Entered", md`${formatInstant(entered.at)} by ${namePerson(entered.enteredBy, governance)} · ${code(entered.link)}`],
      ...row("Yes", entered.yes),
      ...row("No", entered.no),
      ...row("Abstain", entered.abstain),
      ...row("Confirmed by", entered.confirmedBy),
      ["Text", code(entered.digest.slice(0, 12))],
    ],
  };
}

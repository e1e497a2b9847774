import { formatInstant } from "../../calendar/index.ts";
import type { LedgerFact } from "../../domain/ledger-event.ts";
import type { Governance } from "../../governance/index.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import { code, type Markdown, md } from "../markdown/index.ts";
import { namePerson, plainBody } from "../stages/index.ts";

type OversightFact = Extract<
  LedgerFact,
  {
    type:
      | "oversight-opened"
      | "oversight-ended"
      | "oversight-reopened"
      | "escalation-opened"
      | "escalation-answered"
      | "private-matter-reported"
      | "lead-veto-raised"
      | "lead-veto-lifted"
      | "record-entered"
      | "record-confirmed"
      | "record-ended"
      | "hold-set"
      | "hold-lifted"
      | "hold-ended";
  }
>;

const escalated = {
  "no-quorum": "too few took part in the vote",
  "not-passed": "the vote did not pass",
  contested: "the vote is contested",
  raised: "the group cannot settle it",
} as const;
const ended = {
  "window-passed": "its time passed",
  released: "released early",
  approved: "approved",
  vetoed: "vetoed",
  undone: "undone",
} as const;

export function tellOversightFact(fact: OversightFact, governance: Governance): Markdown {
  const person = (id: string) => namePerson(id, governance);
  switch (fact.type) {
    case "oversight-opened": {
      const until = fact.endsAt === null ? "an approval is awaited" : `until ${formatInstant(fact.endsAt)}`;
      return md`in oversight of ${plainBody(fact.authority, governance)}, ${until}`;
    }
    case "oversight-ended":
      return md`oversight ended: ${ended[fact.how]}`;
    case "oversight-reopened":
      return md`oversight runs again`;
    case "escalation-opened":
      return md`escalated, because ${escalated[fact.why]}; first answer by ${formatInstant(fact.answerBy)} from ${fact.handler === null ? md`any of Core` : code(fact.handler, 40)}`;
    case "escalation-answered":
      return md`answered the escalation: ${fact.answer}`;
    case "private-matter-reported":
      return md`a private matter was reported: ${fact.kind}`;
    case "lead-veto-raised":
      return md`${code(fact.login, 40)} vetoes as a Lead Maintainer`;
    case "lead-veto-lifted":
      return md`the Lead Maintainer's veto is lifted`;
    case "record-entered":
      return md`entered a decision taken elsewhere, to ${fact.verdict} (${code(fact.link, 200)}): ${fact.yes.length} yes, ${fact.no.length} no, ${fact.abstain.length} abstain`;
    case "record-confirmed":
      return md`${person(fact.person)} confirms the entered decision`;
    case "record-ended":
      return md`the entered decision ${fact.how === "took-effect" ? "took effect" : fact.how === "disputed" ? "is disputed" : "was overtaken"}`;
    case "hold-set":
      return md`${code(fact.login, 40)} holds it until ${formatInstant(fact.endsAt)}`;
    case "hold-lifted":
      return md`the hold of ${person(fact.person)} is lifted`;
    case "hold-ended":
      return md`the hold of ${person(fact.person)} ended by itself`;
    default:
      return assertNever(fact);
  }
}

import { formatInstant } from "../../calendar/index.ts";
import type { EscalationRecord } from "../../domain/decision.ts";
import { code, type Markdown, md, nothing } from "../markdown/index.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { nameBody, namePerson } from "./people.ts";
import { coreOf, plainBody } from "./plain-names.ts";
import { findFact, firstWords } from "./reasons-given.ts";
import type { Call, StageText } from "./stage-text.ts";

const why = {
  "no-quorum": "too few took part in the group's vote",
  "not-passed": "the group's vote did not pass",
  contested: "the group's vote is contested",
  raised: "the group cannot settle it",
} as const;

/** On its way to Core, with a handler and a clock (E1-E4). */
export function describeEscalation(escalation: EscalationRecord, data: ProposalStatus, call: Call): StageText {
  const { governance, events } = data;
  const core = governance.project.escalation?.to ?? coreOf(data);
  const opened = findFact(events, (fact) => fact.type === "escalation-opened");
  const by = escalation.raisedBy === null ? nothing : md` · by ${namePerson(escalation.raisedBy, governance)}`;
  return {
    title: `In review · escalated to ${plainBody(core, governance)}, first answer by ${formatInstant(escalation.answerBy)}`,
    sentences: [
      handlersTurn(escalation, core, data, call),
      md`Any of the ${nameBody(core, governance)} may open a vote instead with ${code("/call-vote")}; the group opens nothing meanwhile.`,
    ],
    rows: [["Escalated", md`${formatInstant(escalation.openedAt)}: ${why[escalation.why]}${by}${firstWords(opened)}`]],
  };
}

function handlersTurn({ handler }: EscalationRecord, core: string, { governance }: ProposalStatus, call: Call): Markdown {
  if (handler === null)
    return md`Every one of the ${nameBody(core, governance)} is a party, shares an organisation with one, or is away: it waits for any of them to answer.`;
  return md`${call(handler)}, you handle it: ${code("/escalate guidance text")} or ${code("/escalate return text")} sends it back to the group, ${code("/escalate core text")} takes it to all of Core.`;
}

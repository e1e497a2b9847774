import { formatInstant } from "../../calendar/index.ts";
import { code, md } from "../markdown/index.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { findFact, firstWords } from "./reasons-given.ts";
import type { StageText } from "./stage-text.ts";

/** A Lead Maintainer's veto: nothing accepts the proposal while it stands (G3). */
export function describeLeadVeto(veto: NonNullable<ProposalStatus["record"]["leadVeto"]>, { events }: ProposalStatus): StageText {
  const raised = findFact(events, (fact) => fact.type === "lead-veto-raised");
  return {
    title: "In review · a Lead Maintainer's veto stands",
    sentences: [md`Nothing accepts it until a Lead Maintainer who is no author lifts the veto with ${code("/veto lift reason")}.`],
    rows: [["Veto", md`${formatInstant(veto.at)} by ${code(veto.login, 40)}${firstWords(raised)}`]],
  };
}

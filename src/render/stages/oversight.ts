import { formatInstant } from "../../calendar/index.ts";
import type { OversightRecord } from "../../domain/decision.ts";
import { code, type Markdown, md, nothing } from "../markdown/index.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { nameBody } from "./people.ts";
import { plainBody, plainDeciders } from "./plain-names.ts";
import type { StageText } from "./stage-text.ts";
import { unconfirmedRows, unconfirmedSentence } from "./unconfirmed.ts";

/** A group has decided, and Core may still say no, or has to say yes (G1, G4). */
export function describeOversight(oversight: OversightRecord, data: ProposalStatus): StageText {
  const { governance } = data;
  const decided = `${oversight.outcome === "accept" ? "Accepted" : "Rejected"} by ${plainDeciders(data)}`;
  const overseer = plainBody(oversight.authority, governance);
  const title =
    oversight.endsAt === null
      ? `${decided} · waiting for approval by ${overseer}`
      : `${decided} · in oversight until ${formatInstant(oversight.endsAt)}`;
  return {
    title,
    sentences: [whoMay(oversight, data), contest(oversight), unconfirmedSentence(data), nobodyElse(data)],
    rows: unconfirmedRows(data),
  };
}

function whoMay({ endsAt, authority }: OversightRecord, { governance }: ProposalStatus): Markdown {
  const who = nameBody(authority, governance);
  return endsAt === null
    ? md`It takes the ${code("/lgtm")} of one of the ${who} who took no part in the decision; any of them who is no author may ${code("/veto reason")}.`
    : md`Any of the ${who} who is no author may ${code("/veto reason")}; one who took no part in the decision may release it early with ${code("/lgtm")}.`;
}

function contest({ contestUntil }: OversightRecord): Markdown {
  if (contestUntil === null) return nothing;
  return md`Whoever could vote may contest the vote with ${code("/escalate reason")} until ${formatInstant(contestUntil)}.`;
}

const nobodyElse = ({ record }: ProposalStatus) => (record.unconfirmed === null ? md`Nothing is needed from anyone else.` : nothing);

import { code, join, type Markdown, md, nothing, phrase } from "../markdown/index.ts";
import { nameDeciders } from "../names.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { listPeople, nameBody, namePerson } from "./people.ts";
import { coreOf, isCores } from "./plain-names.ts";
import type { Row } from "./stage-text.ts";

const shownReasons = 5;

/** After acceptance the head holds what the acceptance does not cover (X4, X5); nothing where it does. */
export function unconfirmedSentence(data: ProposalStatus): Markdown {
  const { record, route, governance } = data;
  if (record.unconfirmed === null) return nothing;
  const core = nameBody(coreOf(data), governance);
  const moved = isCores(data) && record.accepted?.by === "group";
  const who = isCores(data) ? core : nameDeciders(route, governance);
  return moved
    ? md`The text has changed since it was accepted, in what ${core} decide: any of them may open a vote with ${code("/call-vote")}. Pushing the accepted text back ends this, too.`
    : md`The text has changed since it was accepted: voters of ${who} who are not involved confirm it with ${code("/lgtm")}, or its author pushes the accepted text back.`;
}

export function unconfirmedRows({ record, governance }: ProposalStatus): readonly Row[] {
  const { unconfirmed, headConfirmations } = record;
  if (unconfirmed === null) return [];
  const reasons = unconfirmed.reasons.slice(0, shownReasons).map((reason) => phrase(reason, 160));
  const more = unconfirmed.reasons.length > shownReasons ? [md`and ${unconfirmed.reasons.length - shownReasons} more`] : [];
  const given = headConfirmations.filter(({ headSha }) => headSha === unconfirmed.headSha);
  return [
    ["Not confirmed", join([...reasons, ...more], " · ")],
    ...(given.length === 0 ? [] : [["Confirmed by", listPeople(given.map(({ person }) => namePerson(person, governance)))] as const]),
    ["Head", code(unconfirmed.headSha.slice(0, 7))],
  ];
}

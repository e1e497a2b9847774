import { formatInstant } from "../../calendar/index.ts";
import { code, md } from "../markdown/index.ts";
import { countOf } from "../names.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { findFact, firstWords } from "./reasons-given.ts";
import type { Row } from "./stage-text.ts";

const shownHolds = 5;

/** What stands beside any stage: holds, who sponsors, and counted acts that were changed afterwards. */
export function besideRows(data: ProposalStatus): readonly Row[] {
  return [...holdRows(data), ...sponsorRow(data), ...tamperedRow(data)];
}

function holdRows({ record, events }: ProposalStatus): readonly Row[] {
  return record.holds.slice(0, shownHolds).map(({ person, login, endsAt }) => {
    const set = findFact(events, (fact) => fact.type === "hold-set" && fact.person === person);
    return ["Hold", md`${code(login, 40)} until ${formatInstant(endsAt)}, or ${code("/unhold")}${firstWords(set)}`];
  });
}

function sponsorRow({ record, state }: ProposalStatus): readonly Row[] {
  if (record.sponsor) return [["Sponsor", code(record.sponsor.login, 40)]];
  const missed = state === "in-review" || state === "accepted";
  return missed ? [["Sponsor", md`missing: who may sponsor takes it up with ${code("/sponsor")}`]] : [];
}

/** T5: it keeps its effect, and that is said. */
function tamperedRow({ record }: ProposalStatus): readonly Row[] {
  const acts = new Set(record.tampered.map(({ act }) => act)).size;
  return acts === 0 ? [] : [["Changed later", md`${countOf(acts, "counted comment")} edited or deleted afterwards: the effect stays`]];
}

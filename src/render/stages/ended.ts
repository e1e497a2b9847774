import { formatInstant } from "../../calendar/index.ts";
import { isAttestedHead } from "../../domain/head-files.ts";
import { code, type Markdown, md, nothing } from "../markdown/index.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { plainDeciders } from "./plain-names.ts";
import { findFact, firstWords } from "./reasons-given.ts";
import type { Call, Row, StageText } from "./stage-text.ts";

type EndState = "rejected" | "final" | "withdrawn" | "superseded" | "dormant" | "merged-unratified";

/** States in which nobody owes anything, or only the author can do something. */
export function describeEnd(state: EndState, data: ProposalStatus, call: Call): StageText {
  const { record, author } = data;
  const since = record.stateSince ? md`Since ${formatInstant(record.stateSince)}.` : nothing;
  const who = author.callable ? call(author.login) : code(author.login, 40);
  const named = code(author.login, 40);
  switch (state) {
    case "final":
      return { title: "Final", sentences: [since, greenWhen(data, call)], rows: attested(data) };
    case "rejected":
      return { title: `Rejected by ${plainDeciders(data)}`, sentences: [since, md`Nothing is needed.`], rows: why(data) };
    case "withdrawn":
      return {
        title: "Withdrawn by its author",
        sentences: [since, md`${named} can take it up again with ${code("/revive")}.`],
        rows: why(data),
      };
    case "dormant":
      return {
        title: "Dormant",
        sentences: [since, md`${who}, ${code("/revive")} takes it up again; it then seeks a sponsor anew.`],
        rows: why(data),
      };
    case "superseded":
      return { title: "Superseded", sentences: [since, md`Nothing is needed.`], rows: why(data) };
    case "merged-unratified":
      return {
        title: "Merged without a recorded decision",
        sentences: [since, md`Core ratifies it or has it reverted.`],
        rows: why(data),
      };
  }
}

/** H2: only what was attested is green, so that a head which changes more than its wording waits for `/final`. */
function greenWhen({ record, places }: ProposalStatus, call: Call): Markdown {
  const { final, sponsor, holds } = record;
  const head = code(places.headSha.slice(0, 7));
  if (final !== null && !isAttestedHead(record, places.headSha)) {
    const who = sponsor ? md`${call(sponsor.login)}, ` : nothing;
    return md`It was attested at ${code(final.headSha.slice(0, 7))}. ${who}${code("/final")} attests it at ${head}, and turns the check green.`;
  }
  return holds.length > 0 ? md`The check is green at ${head} once no hold stands.` : md`Nothing is needed: the check is green at ${head}.`;
}

function why({ events, state }: ProposalStatus): readonly Row[] {
  const moved = findFact(events, (fact) => fact.type === "state-moved" && fact.to === state);
  return moved?.reason ? [["Reason", md`${moved.actor ? code(moved.actor.login, 40) : nothing}${firstWords(moved)}`]] : [];
}

function attested({ record }: ProposalStatus): readonly Row[] {
  return (record.final?.items ?? []).slice(0, 10).map(({ item, status, links }) => {
    const shown = links.slice(0, 3).map((address) => md` · ${code(address)}`);
    return [`R7: ${item}`, md`${status}${{ markdown: shown.map(({ markdown }) => markdown).join("") }}`];
  });
}

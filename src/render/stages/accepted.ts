import { formatInstant } from "../../calendar/index.ts";
import type { FinalEntry } from "../../conformance/index.ts";
import { code, join, type Markdown, md, nothing, phrase } from "../markdown/index.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { plainDeciders } from "./plain-names.ts";
import type { Call, Row, StageText } from "./stage-text.ts";
import { unconfirmedRows, unconfirmedSentence } from "./unconfirmed.ts";

/** Accepted for good: what `/final` will ask is still to come (R2.7, R7; H3). */
export function describeAccepted(data: ProposalStatus, call: Call): StageText {
  const { record, requirements } = data;
  const decided = `Accepted by ${plainDeciders(data)}`;
  if (record.unconfirmed !== null) {
    return {
      title: `${decided} · the text has changed since and waits to be confirmed`,
      sentences: [unconfirmedSentence(data)],
      rows: [...unconfirmedRows(data), ...requirementRows(requirements)],
    };
  }
  const open = requirements.filter(isOpen);
  const done = requirements.length > 0 && open.length === 0;
  return {
    title: `${decided} · ${done ? "ready to be made final" : "waiting for its implementation"}`,
    sentences: [sponsorsTurn(data, call, done), since(data)],
    rows: requirementRows(requirements),
  };
}

const isOpen = ({ status }: FinalEntry) => status === "missing" || status === "unknown";

function sponsorsTurn({ record, requirements }: ProposalStatus, call: Call, done: boolean): Markdown {
  if (record.sponsor === null) return md`It has no sponsor: who may sponsor takes it up with ${code("/sponsor")}.`;
  const who = call(record.sponsor.login);
  const lines = requirements.filter(({ status }) => status !== "not-needed").map(({ item }) => code(`${item}:`));
  const asked = lines.length === 0 ? nothing : md` with links at ${join(lines, ", ")}`;
  return done
    ? md`${who}, ${code("/final")} makes it final.`
    : md`${who}, when its implementation and texts are there, ${code("/final")}${asked} makes it final.`;
}

const since = ({ record }: ProposalStatus) =>
  record.accepted === null ? nothing : md`Accepted ${formatInstant(record.accepted.acceptedAt)}.`;

function requirementRows(entries: readonly FinalEntry[]): readonly Row[] {
  const words = { met: "met", missing: "missing", unknown: "not known yet", "not-needed": "not needed" } as const;
  return entries.map(({ item, status, text }) => [
    `For /final: ${item}`,
    status === "met" || status === "not-needed" ? md`${words[status]}` : md`${words[status]} · ${phrase(text, 200)}`,
  ]);
}

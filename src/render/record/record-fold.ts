import { formatInstant } from "../../calendar/index.ts";
import type { DecisionRecord, OversightRecord } from "../../domain/decision.ts";
import { tallyOf } from "../../procedures/index.ts";
import { bulleted, code, details, join, link, type Markdown, md, nothing } from "../markdown/index.ts";
import { listNames, nameProcedure } from "../names.ts";
import { renderClause } from "../places.ts";
import { authoritiesOf, loginOf, nameBody, namePerson, plainBodies } from "../stages/index.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { renderEntered } from "./entered-record.ts";
import { listNamesOf } from "./name-list.ts";

const shownEarlier = 10;

const results: Readonly<Record<NonNullable<DecisionRecord["closed"]>["outcome"], string>> = {
  carried: "carried",
  rejected: "rejected",
  returned: "returned",
  "not-passed": "not passed",
  "no-quorum": "without quorum",
  voted: "ended by a vote",
  "text-changed": "ended by a change of the text",
  deferred: "deferred without a result",
  withdrawn: "ended, as the proposal was withdrawn",
  closed: "ended, as the proposal was laid to rest",
  ended: "ended, taken elsewhere",
};

/** A finished decision as a compact record, complete enough to be checked against the ledger; nothing while none is finished. */
export function renderRecordFold(data: ProposalStatus): Markdown {
  const finished = data.record.decisions.filter(({ closed }) => closed !== null);
  const entered = data.record.entered.findLast(({ ended }) => ended?.how === "took-effect");
  const last = finished.at(-1);
  if (!last && !entered) return nothing;
  const isEntered = entered !== undefined && (last?.closed?.at ?? "") < (entered.ended?.at ?? "");
  const shown = isEntered ? renderEntered(entered, data) : last ? renderDecision(last, data) : nothing;
  const before = (isEntered ? finished : finished.slice(0, -1)).slice(-shownEarlier);
  const earlier = before.length === 0 ? nothing : md`Before that:\n${bulleted(before.map((each) => renderEarlier(each, data)))}`;
  return details("Record of the decision", join([shown, earlier, renderProof(data)], "\n\n"));
}

function renderDecision(decision: DecisionRecord, data: ProposalStatus): Markdown {
  const { governance, record } = data;
  const { closed, parts } = decision;
  const tally = tallyOf(decision);
  const all = tally.yes.length + tally.no.length + tally.abstain.length + tally.blocks.length;
  const names = (persons: readonly string[]) =>
    listNamesOf(
      persons.map((person) => loginOfVoter(person, decision, data)),
      all,
    );
  const opened = data.events.find(({ sequence }) => sequence === decision.id);
  const procedures = [...new Set(parts.map(({ rule }) => rule.procedure))].map((id) => nameProcedure(id, governance));
  const oversight = record.oversight?.decision === decision.id ? record.oversight : null;
  return bulleted([
    md`Decided: ${subject(decision)}, ${closed ? results[closed.outcome] : "open"}`,
    md`By: ${listNames(authoritiesOf(decision).map((id) => nameBody(id, governance)))}, ${listNames(procedures)}`,
    ...(opened?.clause ? [md`Clause: ${renderClause(opened.clause, data.places)}`] : []),
    ...(opened?.constitution ? [md`Rules: ${code(opened.constitution)}`] : []),
    md`Text: ${code(decision.digest)}`,
    md`Opened: ${formatInstant(decision.openedAt)} by ${namePerson(decision.openedBy, governance)}`,
    ...(closed ? [md`Closed: ${formatInstant(closed.at)}`] : []),
    md`Yes: ${names(tally.yes)}`,
    md`No: ${names(tally.no)}`,
    md`Abstain: ${names(tally.abstain)}`,
    ...(tally.blocks.length > 0 ? [md`Blocks: ${names(tally.blocks)}`] : []),
    ...(oversight ? [renderOversight(oversight, data)] : []),
  ]);
}

const subject = ({ matter, proposes, weight }: DecisionRecord): string => {
  const size = weight === null ? "" : ` (${weight})`;
  switch (matter) {
    case "proposal":
      return `to ${proposes}${size}`;
    case "recommendation":
      return `to recommend to ${proposes}${size}`;
    case "sponsorship":
      return `to stand behind it${size}`;
  }
};

function loginOfVoter(person: string, { parts }: DecisionRecord, { governance }: ProposalStatus): string {
  const voter = parts.flatMap(({ electorate }) => electorate).find((each) => each.person === person);
  return voter?.login ?? loginOf(person, governance);
}

const ends = {
  "window-passed": "its time passed",
  released: "released early",
  approved: "approved",
  vetoed: "vetoed",
  undone: "undone",
} as const;

function renderOversight({ kind, authority, endsAt, ended }: OversightRecord, { governance }: ProposalStatus): Markdown {
  const what = kind === "approval" ? "approval" : "veto window";
  const until = endsAt === null ? nothing : md` until ${formatInstant(endsAt)}`;
  const how = ended === null ? md`running` : md`${ends[ended.how]} ${formatInstant(ended.at)}`;
  return md`Oversight: ${what} of ${nameBody(authority, governance)}${until}, ${how}`;
}

function renderEarlier(decision: DecisionRecord, { governance }: ProposalStatus): Markdown {
  const { closed } = decision;
  const who = plainBodies(authoritiesOf(decision), governance);
  return md`${who}, ${subject(decision)}: ${closed ? `${results[closed.outcome]}, ${formatInstant(closed.at)}` : "open"}`;
}

/** The hash that a status comment shows beside a finished decision; null where it shows none. */
export function readRecordHash(body: string): string | null {
  return /^Ledger hash: `([\da-f]{64})`/m.exec(body)?.[1] ?? null;
}

function renderProof({ recordHash, recordJson }: ProposalStatus): Markdown {
  const hash = recordHash === null ? nothing : md`Ledger hash: ${code(recordHash)}`;
  const json = recordJson === null ? nothing : link(md`record as JSON`, recordJson);
  return join([hash, json], " · ");
}

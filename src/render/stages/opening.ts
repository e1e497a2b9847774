import { formatDay, formatInstant } from "../../calendar/index.ts";
import { primaryDomain } from "../../domain/primary-domain.ts";
import { code, join, type Markdown, md, nothing } from "../markdown/index.ts";
import { nameDeciders, nameGroup } from "../names.ts";
import type { NumberedEvent, ProposalStatus } from "../status/status-data.ts";
import { nameBody } from "./people.ts";
import { authoritiesOf, coreOf, isCores, plainBodies, plainBody } from "./plain-names.ts";
import { findFact, firstWords } from "./reasons-given.ts";
import type { Call, Row, StageText } from "./stage-text.ts";
import { unattested } from "./still-missing.ts";

/** In review, and nothing is open: who may open the decision, and what it still lacks (O2-O4). */
export function describeOpening(data: ProposalStatus, call: Call): StageText {
  const { record, governance, route } = data;
  if (record.ready === null) return describeReturned(data, call);
  const core = coreOf(data);
  if (isCores(data)) {
    return {
      title: `In review · waiting for ${plainBody(core, governance)} to vote`,
      sentences: [
        md`Any of the ${nameBody(core, governance)}, or a Lead Maintainer, opens the vote with ${code("/call-vote")}.`,
        route.kind === "core" && route.group !== null
          ? md`A lead of ${nameGroup(route.group, governance)} may have the group recommend first, with ${code("/propose accept")} or ${code("/propose reject")}.`
          : nothing,
      ],
      rows: [queueRow(data), ...lastRow(data)],
    };
  }
  return {
    title: `In review · waiting for ${plainBodies(route.group === null ? [] : [route.group, ...route.jointWith], governance)} to open the decision`,
    sentences: [
      md`A lead of ${nameDeciders(route, governance)} who is neither author nor sponsor opens it with ${code("/propose accept")} or ${code("/propose reject")}.`,
      sponsorMay(data),
    ],
    rows: [queueRow(data), ...attestationRow(data), ...lastRow(data)],
  };
}

/** O2: the sponsor opens it only where a lead has agreed with domain and class. */
function sponsorMay(data: ProposalStatus): Markdown {
  const { sponsor } = data.record;
  if (sponsor === null) return nothing;
  const missing = unconfirmed(data);
  return missing.length > 0
    ? md`${code(sponsor.login, 40)} may, too, once such a lead has confirmed the ${join(missing, " and the ")}.`
    : md`${code(sponsor.login, 40)} may, too: domain and class are confirmed.`;
}

/** What a lead has yet to confirm, each with its command. */
function unconfirmed({ record, classification, change }: ProposalStatus): readonly Markdown[] {
  const primary = primaryDomain(classification)?.id;
  return [
    ...(primary !== undefined && record.domainConfirmed?.domain === primary ? [] : [md`domain (${code(`/domain ${primary ?? "id"}`)})`]),
    ...(record.changeConfirmed?.change === change.class ? [] : [md`class (${code(`/change ${change.class}`)})`]),
  ];
}

export function attestationRow({ record }: ProposalStatus): readonly Row[] {
  const open = unattested(record);
  if (open.length === 0) return [["Attested", md`prototype, benefit and support, by its sponsor`]];
  const lines = join(
    open.map((item) => code(`${item}:`)),
    ", ",
  );
  return [["Missing", md`the sponsor's attestation, needed before it is accepted: ${code("/ready")} with links at ${lines}`]];
}

function queueRow({ record }: ProposalStatus): Row {
  return ["Ready since", record.ready ? md`${formatDay(record.ready.date)}` : md`not in the queue`];
}

/** Out of the queue: Core returned it, a veto was lifted, or its text changed in Core's vote (V6, X3). */
function describeReturned(data: ProposalStatus, call: Call): StageText {
  const { record } = data;
  const who = record.sponsor ? call(record.sponsor.login) : null;
  return {
    title: "In review · returned, waiting for its sponsor to ready it anew",
    sentences: [
      who
        ? md`${who}, ${code("/ready")} brings it back into the queue; ${code("/ready draft")} takes it back to a draft.`
        : md`It has no sponsor: who may sponsor takes it up with ${code("/sponsor")}, then ${code("/ready")}.`,
    ],
    rows: lastRow(data),
  };
}

const outcomes = {
  carried: "carried",
  rejected: "rejected",
  returned: "neither yes nor no had enough: returned",
  "not-passed": "did not pass",
  "no-quorum": "too few took part",
  voted: "a vote took its place",
  "text-changed": "ended, because the normative text changed: what was said of the old text no longer counts",
  deferred: "deferred, without a result, when the review window closed",
  withdrawn: "ended, because the proposal was withdrawn",
  closed: "ended, because the proposal was laid to rest",
  ended: "ended, because the matter was taken elsewhere",
} as const;

/** What became of the decision before, and what Core said of it. */
function lastRow(data: ProposalStatus): readonly Row[] {
  return [...outcomeRow(data), ...coreRows(data)];
}

function coreRows({ events, record }: ProposalStatus): readonly Row[] {
  const vetoed =
    record.oversight?.ended?.how === "vetoed" ? findFact(events, (fact) => fact.type === "oversight-ended" && fact.how === "vetoed") : null;
  const answered = findFact(events, (fact) => fact.type === "escalation-answered");
  const row = (label: string, event: NumberedEvent | null): readonly Row[] =>
    event === null
      ? []
      : [[label, md`${formatInstant(event.at)}${event.actor ? md` by ${code(event.actor.login, 40)}` : nothing}${firstWords(event)}`]];
  return [...row("Veto", vetoed), ...row("Answer of Core", answered)];
}

function outcomeRow({ record, governance }: ProposalStatus): readonly Row[] {
  const last = record.decisions.findLast(({ matter }) => matter !== "sponsorship");
  if (!last?.closed) return [];
  const who = plainBodies(authoritiesOf(last), governance);
  const recommends = last.matter === "recommendation" && last.closed.outcome === "carried" ? `recommends to ${last.proposes}` : null;
  return [["Before", md`${who}: ${recommends ?? outcomes[last.closed.outcome]} (${formatInstant(last.closed.at)})`]];
}

import type { DecisionRecord, Voter } from "../../src/domain/decision.ts";
import type { ProposalRecord } from "../../src/domain/proposal-record.ts";
import { instant } from "../../src/kernel/instant.ts";
import type { ProposalStatus, StatusData } from "../../src/render/index.ts";
import { hostilePieces } from "../support/hostile-text.ts";
import { aRecord } from "../support/proposal-record.ts";
import { crowd } from "./crowd.ts";
import {
  aDecision,
  after,
  anEvent,
  consensusPart,
  corePart,
  decisionOpened,
  digest,
  ends,
  no,
  opened,
  votePart,
  yes,
} from "./decision-data.ts";
import { aProposal, aRoute, withFrontDoor } from "./message-data.ts";

const hostile = hostilePieces.join(" ");
const closedAt = instant("2026-12-03T17:00:01Z");
const until = instant("2026-12-10T17:00:00Z");
const headSha = "a".repeat(40);
const sponsor = { person: "tomas", login: "tomas", at: opened };
const ready = { kind: "formal", date: "2026-11-23", digest, at: opened } as const;
const attested = { prototype: ["https://example.org/p"], benefit: ["https://example.org/b"], support: ["https://example.org/s"] };
const accepted = { headSha, digest, proposal: digest, by: "group", acceptedAt: closedAt, domains: null, files: [], earlier: [] } as const;
const reason = "It drops the time zone. Keep `zone`, or say in the text how a reader finds it.";

const at = (state: ProposalStatus["state"], record: Partial<ProposalRecord> = {}, more: Partial<ProposalStatus> = {}): StatusData =>
  aProposal({ state, missing: [], record: aRecord({ state, sponsor, ready, attested, ...record }), ...more });
const open = (decision: Partial<DecisionRecord>, record: Partial<ProposalRecord> = {}, more: Partial<ProposalStatus> = {}) =>
  at("in-review", { decisions: [aDecision(decision)], ...record }, { events: [decisionOpened], ...more });
const carried = aDecision({
  ballots: yes("juno", "noor"),
  closed: { at: closedAt, outcome: "carried", sequence: 9 },
});
const passedVote = aDecision({
  id: 6,
  parts: [votePart],
  ballots: [...yes("juno", "noor"), ...no("tomas")],
  closed: { at: closedAt, outcome: "carried", sequence: 9 },
});
const oversight = {
  decision: 4,
  kind: "veto-window",
  authority: "core-maintainers",
  outcome: "accept",
  openedAt: closedAt,
  endsAt: until,
  contestUntil: null,
  ended: null,
} as const;
const decided = (record: Partial<ProposalRecord> = {}, more: Partial<ProposalStatus> = {}) =>
  at(
    "accepted",
    { decisions: [carried], oversight: { ...oversight, ended: { at: until, how: "window-passed" } }, accepted, ...record },
    {
      events: [decisionOpened],
      now: until,
      recordHash: "c0de".repeat(16),
      recordJson: "https://steward.example/proposals/12.json",
      ...more,
    },
  );
const escalation = {
  id: 11,
  why: "not-passed",
  raisedBy: null,
  handler: "cleo",
  handlerPerson: "cleo",
  openedAt: closedAt,
  answerBy: until,
  answer: null,
} as const;
const group = { asked: [], declined: [], stands: null, representative: null, rounds: 0, soughtAt: null };
const seeking = (changes: Partial<ProposalRecord["group"]>) =>
  aProposal({ governance: withFrontDoor, missing: ["group", "sponsor"], record: aRecord({ group: { ...group, ...changes } }) });

/** Every stage of a proposal once something was decided about it, by name. */
export const stageMessages: Readonly<Record<string, StatusData>> = {
  "group-asked": seeking({ asked: [{ group: "forecasts-wg", at: opened }] }),
  "group-asked-again": seeking({ asked: [{ group: "forecasts-wg", at: opened }], rounds: 1, soughtAt: ends }),
  "group-asked-core": seeking({ asked: [{ group: "forecasts-wg", at: opened }], rounds: 2, soughtAt: ends }),
  "group-declined": seeking({ declined: ["forecasts-wg"] }),
  "group-decides-to-sponsor": aProposal({
    governance: withFrontDoor,
    missing: ["group", "sponsor"],
    record: aRecord({ decisions: [aDecision({ matter: "sponsorship", weight: "minor", parts: [noConsents()] })] }),
  }),
  "sponsor-suggested": aProposal({
    governance: withFrontDoor,
    record: aRecord({ group: { ...group, stands: "forecasts-wg" } }),
    sponsorSuggestions: ["Juno", "bo-okafor", "cleo", "asta"],
  }),
  draft: at("draft", { ready: null, attested: null }),
  "draft-pre-review": at("draft", { ready: { ...ready, kind: "pre" } }),
  "not-yet-open": at("in-review", { attested: { ...attested, support: [] } }),
  "not-yet-open-confirmed": at("in-review", {
    domainConfirmed: { domain: "forecasts", person: "juno" },
    changeConfirmed: { change: "additive", person: "juno" },
  }),
  "not-yet-open-core": at("in-review", {}, { route: aRoute({ change: "breaking" }) }),
  "without-a-sponsor": at("in-review", { sponsor: null }),
  "consensus-begins": open({}),
  "consensus-needs-one": open(
    { ballots: yes("juno", "tomas"), removed: ["ravi"] },
    {},
    {
      events: [decisionOpened, anEvent(5, { type: "voter-removed", decision: 4, person: "ravi", why: "recused" })],
    },
  ),
  "consensus-has-all": open({ ballots: yes("juno", "noor") }),
  "consensus-same-organisation": open({ parts: [{ ...consensusPart, electorate: sameOrganisation() }], ballots: yes("juno", "noor") }),
  "consensus-edited": open(
    { ballots: yes("juno") },
    {},
    {
      events: [
        decisionOpened,
        anEvent(5, { type: "text-read", headSha, digest, proposal: digest, files: [], change: "editorial", passages: [] }, { at: ends }),
      ],
    },
  ),
  "consensus-blocked": open(
    { blocks: [{ person: "noor", at: opened, source: "comment/8#0" }], ballots: yes("juno") },
    {},
    {
      events: [decisionOpened, anEvent(8, { type: "block-raised", decision: 4, person: "noor" }, { reason })],
    },
  ),
  "consensus-past-its-end": open({ ballots: yes("juno") }, {}, { now: after }),
  "consensus-lacks-attestation": open({ ballots: yes("juno", "noor") }, { attested: null }, { now: after }),
  "consensus-to-reject": open({ proposes: "reject" }),
  "consensus-joint": open({ parts: [consensusPart, { ...consensusPart, authority: "readings-ig" }], ballots: yes("juno") }),
  recommendation: open({ matter: "recommendation", parts: [noConsents()] }, {}, { route: aRoute({ change: "breaking" }) }),
  "vote-open": open({ parts: [votePart], ballots: [...yes("juno"), ...no("noor")] }),
  "vote-ended": open({ parts: [votePart], ballots: yes("juno") }, {}, { now: after }),
  "core-votes": open(
    { parts: [corePart], sponsor: null, deferredAt: until, ballots: yes("cleo") },
    {},
    {
      route: aRoute({ change: "breaking" }),
    },
  ),
  "vote-of-a-crowd": open({
    parts: [{ ...votePart, electorate: crowd }],
    ballots: yes(...crowd.slice(0, 300).map(({ person }) => person)),
  }),
  "decided-by-a-crowd": decided({
    decisions: [
      aDecision({
        parts: [{ ...votePart, electorate: crowd }],
        ballots: yes(...crowd.map(({ person }) => person)),
        closed: { at: closedAt, outcome: "carried", sequence: 9 },
      }),
    ],
  }),
  "text-changed": at("in-review", { decisions: [aDecision({ closed: { at: opened, outcome: "text-changed", sequence: 9 } })] }),
  returned: at("in-review", {
    ready: null,
    decisions: [aDecision({ parts: [corePart], closed: { at: ends, outcome: "returned", sequence: 9 } })],
  }),
  escalated: at("in-review", {
    decisions: [aDecision({ parts: [votePart], closed: { at: closedAt, outcome: "not-passed", sequence: 9 } })],
    escalations: [escalation],
  }),
  "escalated-nobody-free": at(
    "in-review",
    { escalations: [{ ...escalation, why: "raised", raisedBy: "juno", handler: null, handlerPerson: null }] },
    {
      events: [
        anEvent(
          11,
          { type: "escalation-opened", why: "raised", raisedBy: "juno", handler: null, handlerPerson: null, answerBy: until },
          { reason },
        ),
      ],
    },
  ),
  "guidance-given": at(
    "in-review",
    { escalations: [{ ...escalation, answer: { at: ends, kind: "guidance" } }] },
    { events: [anEvent(13, { type: "escalation-answered", escalation: 11, answer: "guidance" }, { reason })] },
  ),
  vetoed: at(
    "in-review",
    { coreDecides: true, decisions: [carried], oversight: { ...oversight, ended: { at: until, how: "vetoed" } } },
    { events: [anEvent(13, { type: "oversight-ended", how: "vetoed" }, { reason })] },
  ),
  "in-oversight": decided({ oversight }),
  "in-oversight-contestable": decided({ decisions: [passedVote], oversight: { ...oversight, decision: 6, contestUntil: until } }),
  "approval-awaited": decided({ oversight: { ...oversight, kind: "approval", endsAt: null } }),
  "rejection-in-oversight": at("rejected", {
    decisions: [{ ...carried, proposes: "reject" }],
    oversight: { ...oversight, outcome: "reject" },
  }),
  "waiting-for-implementation": decided(
    {},
    {
      requirements: [
        { item: "implementation", status: "met", by: "sponsor", links: [], text: "The sponsor attests it.", clause: "R7.1" },
        { item: "schema", status: "not-needed", by: "machine", links: [], text: "No schema changes.", clause: "R7.1" },
        {
          item: "changelog",
          status: "missing",
          by: "machine",
          links: [],
          text: "`docs/changelog.md` does not name SEP-12.",
          clause: "R7.1",
        },
        {
          item: "conformance",
          status: "unknown",
          by: "machine",
          links: [],
          text: "The conformance repository could not be read.",
          clause: "R7.2",
        },
      ],
    },
  ),
  "ready-to-be-final": decided(
    {},
    {
      requirements: [{ item: "implementation", status: "met", by: "sponsor", links: [], text: "The sponsor attests it.", clause: "R7.1" }],
    },
  ),
  "head-unconfirmed": decided({
    unconfirmed: { headSha, reasons: ["Specification: “A server MUST …” is not in the accepted text.", "It touches `readings`."] },
    headConfirmations: [{ headSha, person: "noor", organisation: "orbit" }],
  }),
  "accepted-on-hold": decided(
    { holds: [{ person: "juno", login: "Juno", setAt: opened, endsAt: until }] },
    {
      events: [
        decisionOpened,
        anEvent(12, { type: "hold-set", person: "juno", login: "Juno", endsAt: until }, { reason: "The SDKs are not ready." }),
      ],
    },
  ),
  "lead-veto": at(
    "in-review",
    { ready: null, leadVeto: { person: "asta", login: "asta", at: ends } },
    {
      events: [anEvent(12, { type: "lead-veto-raised", person: "asta", login: "asta" }, { reason })],
    },
  ),
  "record-entered": at("in-review", { entered: [anEntered()] }, { route: aRoute({ change: "breaking" }) }),
  "record-in-effect": at(
    "accepted",
    {
      accepted: { ...accepted, by: "core" },
      entered: [{ ...anEntered(), confirmedBy: ["bo-okafor", "cleo"], ended: { at: until, how: "took-effect" } }],
    },
    { route: aRoute({ change: "breaking" }) },
  ),
  final: at("final", {
    stateSince: until,
    decisions: [carried],
    final: { headSha, digest, files: [], at: until, items: [{ item: "implementation", status: "met", links: ["https://example.org/i"] }] },
    tampered: [{ act: "comment/juno#0", how: "edited" }],
  }),
  "final-at-another-head": at("final", {
    stateSince: until,
    decisions: [carried],
    sponsor: { person: "juno", login: "Juno", at: opened },
    final: { headSha: "b".repeat(40), digest, files: [{ path: "schema.ts", blob: "1" }], at: until, items: [] },
  }),
  "final-on-hold": at("final", {
    stateSince: until,
    decisions: [carried],
    final: { headSha, digest, files: [], at: until, items: [] },
    holds: [{ person: "juno", login: "Juno", setAt: opened, endsAt: until }],
  }),
  rejected: at("rejected", {
    stateSince: ends,
    decisions: [aDecision({ parts: [corePart], ballots: no("asta", "cleo"), closed: { at: ends, outcome: "rejected", sequence: 9 } })],
  }),
  "hostile-decision": open(
    {
      openedBy: hostile,
      removed: [hostile],
      authors: [hostile],
      parts: [{ ...consensusPart, authority: hostile, fewest: 0, electorate: hostileVoters(consensusPart.electorate) }],
      blocks: [{ person: "noor", at: opened, source: "comment/8#0" }],
      ballots: yes("juno"),
    },
    { holds: [{ person: "x", login: hostile, setAt: opened, endsAt: until }] },
    {
      events: [
        { ...decisionOpened, clause: hostile, constitution: hostile },
        anEvent(8, { type: "block-raised", decision: 4, person: "noor" }, { reason: hostile }),
        anEvent(9, { type: "hold-set", person: "x", login: hostile, endsAt: until }, { reason: hostile }),
      ],
    },
  ),
  "hostile-record": decided({
    decisions: [{ ...carried, openedBy: hostile, parts: [{ ...consensusPart, electorate: hostileVoters(consensusPart.electorate) }] }],
    entered: [{ ...anEntered(), link: hostile, enteredBy: hostile, yes: [hostile], ended: { at: until, how: "took-effect" } }],
    unconfirmed: { headSha, reasons: [hostile, hostile] },
    sponsor: { person: hostile, login: hostile, at: opened },
  }),
  withdrawn: at("withdrawn", { stateSince: ends }),
  dormant: at(
    "dormant",
    { stateSince: ends, sponsor: null },
    {
      events: [anEvent(7, { type: "state-moved", from: "proposal", to: "dormant" }, { reason: "Nobody took it up." })],
    },
  ),
  "merged-unratified": at("merged-unratified", { stateSince: ends }),
};

function noConsents() {
  return {
    ...consensusPart,
    rule: {
      ...consensusPart.rule,
      kind: "lazy-consensus",
      procedure: "wg-consensus",
      consents: 0,
      organisations: 0,
      excluding: [],
      attestation: false,
    },
  } as const;
}

function hostileVoters(voters: readonly Voter[]): readonly Voter[] {
  return voters.map((voter) => ({ ...voter, login: hostile, organisation: hostile }));
}

function sameOrganisation() {
  return consensusPart.electorate.map((voter) => (voter.person === "noor" ? { ...voter, organisation: "hexa labs" } : voter));
}

function anEntered() {
  return {
    id: 8,
    verdict: "accept",
    link: "https://example.org/minutes/7",
    yes: ["asta", "bo-okafor", "cleo"],
    no: [],
    abstain: [],
    enteredBy: "asta",
    digest,
    at: opened,
    settlesAt: ends,
    confirmationsNeeded: 2,
    confirmedBy: ["bo-okafor"],
    ended: null,
  } as const;
}

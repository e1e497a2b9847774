import type { DecisionPart, DecisionRecord, Voter } from "../../src/domain/decision.ts";
import type { LedgerFact, NewLedgerEvent } from "../../src/domain/ledger-event.ts";
import { instant } from "../../src/kernel/instant.ts";
import type { NumberedEvent } from "../../src/render/index.ts";

export const digest = "9ab3".repeat(16);
export const opened = instant("2026-11-23T17:00:00Z");
export const ends = instant("2026-12-03T17:00:00Z");
export const after = instant("2026-12-04T09:00:00Z");

const voter = (person: string, organisation: string | null, login = person): Voter => ({ person, login, accounts: [], organisation });
export const electorate: readonly Voter[] = [
  voter("juno", "hexa labs", "Juno"),
  voter("noor", "orbit"),
  voter("ravi", "independent:ravi"),
  voter("tomas", null),
];

export const consensusPart: DecisionPart = {
  authority: "forecasts-wg",
  electorate,
  fewest: 2,
  rule: {
    kind: "lazy-consensus",
    procedure: "wg-consensus",
    consents: 2,
    organisations: 2,
    excluding: ["author", "sponsor"],
    attestation: true,
  },
};

export const votePart: DecisionPart = {
  authority: "forecasts-wg",
  electorate,
  fewest: 2,
  rule: {
    kind: "vote",
    procedure: "wg-vote",
    quorum: 0.5,
    threshold: "majority",
    abstainCounts: true,
    earlyClose: false,
    notPassed: "escalate",
    away: ["ravi"],
  },
};

export const corePart: DecisionPart = {
  authority: "core-maintainers",
  electorate: [voter("asta", "hexa labs"), voter("bo-okafor", "orbit"), voter("cleo", "tern works")],
  fewest: 0,
  rule: {
    kind: "vote",
    procedure: "core-vote",
    quorum: 0,
    threshold: "half-of-eligible",
    abstainCounts: true,
    earlyClose: false,
    notPassed: "return",
    away: [],
  },
};

export function aDecision(changes: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    id: 4,
    matter: "proposal",
    proposes: "accept",
    weight: "significant",
    parts: [consensusPart],
    oversight: null,
    digest,
    openedAt: opened,
    openedBy: "juno",
    endsAt: ends,
    deferredAt: null,
    ballots: [],
    blocks: [],
    removed: [],
    voteAskedBy: [],
    spoke: [],
    closed: null,
    authors: ["mira"],
    sponsor: "tomas",
    ...changes,
  };
}

export const yes = (...persons: readonly string[]): DecisionRecord["ballots"] =>
  persons.map((person) => ({ person, choice: "yes", at: opened, source: `comment/${person}#0` }));
export const no = (...persons: readonly string[]): DecisionRecord["ballots"] =>
  persons.map((person) => ({ person, choice: "no", at: opened, source: `comment/${person}#0` }));

export function anEvent(sequence: number, fact: LedgerFact, changes: Partial<NewLedgerEvent> = {}): NumberedEvent {
  return {
    version: 1,
    sequence,
    at: opened,
    constitution: `3f9c2a1${"0".repeat(33)}`,
    actor: { id: 1004, login: "Juno" },
    source: `comment/${sequence}#0`,
    clause: null,
    reason: null,
    fact,
    ...changes,
  };
}

export const decisionOpened = anEvent(
  4,
  {
    type: "decision-opened",
    matter: "proposal",
    proposes: "accept",
    weight: "significant",
    parts: [consensusPart],
    oversight: null,
    digest,
    endsAt: ends,
    deferredAt: null,
    openedBy: "juno",
    authors: ["mira"],
    sponsor: "tomas",
  },
  { clause: "procedures.yml:14" },
);

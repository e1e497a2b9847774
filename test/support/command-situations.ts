import type { FinalJudgement } from "../../src/conformance/index.ts";
import {
  type DecisionRecord,
  type EnteredRecord,
  fewestOfGroup,
  type HoldRecord,
  type OversightRecord,
} from "../../src/domain/decision.ts";
import type { AcceptedText } from "../../src/domain/proposal-record.ts";
import { instant } from "../../src/kernel/instant.ts";
import { aCoreRoute, type CommandSituation, headDigest, headSha } from "./command-context.ts";

const yesterday = instant("2026-11-22T10:00:00Z");
const nextWeek = instant("2026-12-02T10:00:00Z");

/** The sponsor of these tests is a Core Maintainer of another organisation than the group's lead. */
export const sponsoredByCleo = { person: "cleo", login: "cleo", at: yesterday };

const voter = (person: string, login: string, account: number, organisation: string | null) => ({
  person,
  login,
  accounts: [account],
  organisation,
});
export const groupVoters = [
  voter("juno", "Juno", 1004, "Hexa Labs"),
  voter("noor", "noor", 1006, "Orbit"),
  voter("ravi", "ravi", 1007, "independent ravi"),
];

/** The forecasts group's open consensus, before anybody has said anything. */
export function aConsensus(changes: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    id: 21,
    matter: "proposal",
    proposes: "accept",
    weight: "significant",
    parts: [
      {
        authority: "forecasts-wg",
        electorate: groupVoters,
        fewest: fewestOfGroup,
        rule: {
          kind: "lazy-consensus",
          procedure: "wg-consensus",
          consents: 2,
          organisations: 2,
          excluding: ["author", "sponsor"],
          attestation: true,
        },
      },
    ],
    digest: headDigest,
    openedAt: yesterday,
    openedBy: "juno",
    endsAt: nextWeek,
    deferredAt: null,
    ballots: [],
    blocks: [],
    removed: [],
    spoke: [],
    voteAskedBy: [],
    closed: null,
    oversight: { kind: "veto-window", by: "core-maintainers", within: "5 business days" },
    authors: ["mira"],
    sponsor: "cleo",
    ...changes,
  };
}

/** The forecasts group's open vote. */
export function aVote(changes: Partial<DecisionRecord> = {}): DecisionRecord {
  return aConsensus({
    weight: null,
    parts: [
      {
        authority: "forecasts-wg",
        electorate: groupVoters,
        fewest: fewestOfGroup,
        rule: {
          kind: "vote",
          procedure: "wg-vote",
          quorum: 0.5,
          threshold: "majority",
          abstainCounts: true,
          earlyClose: false,
          notPassed: "escalate",
          away: [],
        },
      },
    ],
    ...changes,
  });
}

export function anOversight(changes: Partial<OversightRecord> = {}): OversightRecord {
  return {
    decision: 21,
    kind: "veto-window",
    authority: "core-maintainers",
    outcome: "accept",
    openedAt: yesterday,
    endsAt: nextWeek,
    contestUntil: null,
    ended: null,
    ...changes,
  };
}

/** Core's acceptance, entered by Bo: all three of Core are listed in it. */
export function anEntry(changes: Partial<EnteredRecord> = {}): EnteredRecord {
  return {
    id: 26,
    verdict: "accept",
    link: "https://example.org/minutes",
    yes: ["asta", "bo-okafor", "cleo"],
    no: [],
    abstain: [],
    enteredBy: "bo-okafor",
    digest: headDigest,
    at: yesterday,
    settlesAt: instant("2026-11-27T10:00:00Z"),
    confirmationsNeeded: 2,
    confirmedBy: [],
    ended: null,
    ...changes,
  };
}

export const aHold = (person: string, login = person): HoldRecord => ({ person, login, setAt: yesterday, endsAt: nextWeek });

/** What R7 still asks: nothing, or an implementation and a changelog entry. */
export function aJudgement(complete: boolean): FinalJudgement {
  const entry = { by: "machine", clause: "Guidelines, step 9 (R7.1)" } as const;
  return {
    complete,
    traceability: null,
    entries: [
      {
        ...entry,
        item: "implementation",
        status: complete ? "met" : "missing",
        links: complete ? ["https://example.org/demo"] : [],
        text: complete ? "The sponsor attests it." : "No reference implementation is attested.",
      },
      { ...entry, item: "schema", status: "not-needed", links: [], text: "No schema file is changed." },
      { ...entry, item: "changelog", status: complete ? "met" : "unknown", links: [], text: "The changelog could not be read." },
    ],
  };
}

const sponsored = { sponsor: sponsoredByCleo };
const readied = { kind: "formal", date: "2026-11-21", digest: headDigest, at: yesterday } as const;
const inReview = { ...sponsored, state: "in-review", ready: readied } as const;
const closed = aConsensus({ closed: { at: yesterday, outcome: "carried", sequence: 30 } });
const ended = anOversight({ ended: { at: yesterday, how: "window-passed" } });
const accepted = { ...sponsored, state: "accepted", decisions: [closed], oversight: ended } as const;

/** Where a proposal stands, by the phrase that examples of commands use. */
export const places: Readonly<Record<string, CommandSituation>> = {
  "in draft": { record: { ...sponsored, state: "draft" } },
  "in review": { record: inReview },
  dormant: { record: { state: "dormant" } },
  "consensus is open": { as: "noor", record: { ...inReview, decisions: [aConsensus()] } },
  "consensus open": { as: "noor", record: { ...inReview, decisions: [aConsensus()] } },
  "a vote is open": { as: "noor", record: { ...inReview, decisions: [aVote()] } },
  "the raiser's block stands": {
    as: "noor",
    record: {
      ...inReview,
      decisions: [aConsensus({ blocks: [{ person: "noor", at: yesterday, source: "comment/7#0" }], spoke: ["noor"] })],
    },
  },
  "somebody else's block stands": {
    record: {
      ...inReview,
      decisions: [aConsensus({ blocks: [{ person: "ravi", at: yesterday, source: "comment/7#0" }], spoke: ["ravi"] })],
    },
  },
  "in oversight": { record: { ...accepted, oversight: anOversight() } },
  "accepted and complete": { record: accepted, facts: { final: () => aJudgement(true) } },
  "accepted and incomplete": { record: accepted, facts: { final: () => aJudgement(false) } },
  "Core decides": { record: inReview, facts: { route: aCoreRoute() } },
  breaking: { facts: { change: { class: "breaking", evidence: [] } } },
  held: { record: { ...inReview, holds: [aHold("noor")] } },
  "no hold stands": { as: "Juno" },
  recused: { record: { ...inReview, recused: ["noor"] } },
  "a decision was entered": { record: { ...inReview, entered: [anEntry()] }, facts: { route: aCoreRoute() } },
  "no group was asked": {},
  "nothing was entered": { as: "bo-okafor", record: inReview },
};

const asked = {
  group: { asked: [{ group: "forecasts-wg", at: yesterday }], declined: [], stands: null, representative: null, rounds: 0, soughtAt: null },
};

/** Who acts, by the phrase that examples use. */
export const actors: Readonly<Record<string, CommandSituation>> = {
  "by the author": { as: "mira" },
  "by a stranger": { as: "somebody" },
  "by the sponsor": { as: "cleo" },
  "by a lead": { as: "Juno" },
  "by a lead of a group": { as: "Juno" },
  "by a lead of the group": { as: "Juno" },
  "by a lead of the group asked": { as: "Juno", record: asked },
  "who names it": {},
  "by a Core Maintainer": { as: "bo-okafor" },
  "by a voting member": { as: "noor" },
  "by the holder": { as: "noor" },
  "by somebody listed in it": { as: "asta" },
  "by somebody who may sponsor": { as: "Juno" },
  "by somebody who did not recuse themselves": { as: "noor" },
};

/** "in review, by a lead": the phrases together, what comes later on top. A phrase that is not known is an error. */
export function situationOf(words: string): CommandSituation {
  let situation: CommandSituation = {};
  for (const phrase of words.split(", ")) {
    const found = places[phrase] ?? actors[phrase];
    if (!found) throw new Error(`No test knows the situation "${phrase}": add it to test/support/command-situations.ts`);
    const { record, facts } = situation;
    situation = { ...situation, ...found, record: { ...record, ...found.record }, facts: { ...facts, ...found.facts } };
  }
  return situation;
}

/** What a group accepted, of the primary domain alone; the head's text, unless said. */
export function anAcceptedText(changes: Partial<AcceptedText> = {}): AcceptedText {
  const text = { headSha, digest: headDigest, proposal: headDigest, files: [] };
  return { ...text, by: "group", acceptedAt: yesterday, domains: ["forecasts"], earlier: [], ...changes };
}

import type { Ballot, Block, Choice, DecisionRecord } from "../../../src/domain/decision.ts";
import type { Attestation } from "../../../src/domain/ledger-event.ts";
import type { ProposalRecord } from "../../../src/domain/proposal-record.ts";
import { instant } from "../../../src/kernel/instant.ts";
import { type CommandSituation, headDigest, headSha } from "../../support/command-context.ts";
import { aVote, groupVoters, places } from "../../support/command-situations.ts";

/** When what stands was said. */
export const yesterday = instant("2026-11-22T10:00:00Z");
/** Past the end of every decision, window and entry of these tables. */
export const late = "2026-12-05T10:00:00Z";

const links = ["https://example.org/demo"];
export const attested: Attestation = { prototype: links, benefit: links, support: links };

export const ballot = (person: string, choice: Choice = "yes"): Ballot => ({ person, choice, at: yesterday, source: `comment/${person}` });
export const block = (person: string): Block => ({ person, at: yesterday, source: `comment/${person}` });

/** In review, attested, and whatever else is recorded. */
export function reviewing(record: Partial<ProposalRecord> = {}, more: CommandSituation = {}): CommandSituation {
  const review = places["in review"];
  return { ...review, ...more, record: { ...review?.record, attested, ...record } };
}

/** Whoever cast a ballot or raised a block has spoken in it. */
export function spokenIn(decision: DecisionRecord): DecisionRecord {
  const persons = [...decision.ballots, ...decision.blocks].map(({ person }) => person);
  return { ...decision, spoke: [...new Set([...decision.spoke, ...persons])] };
}

const voters = ["asta", "bo-okafor", "cleo"];

/** A vote of the three Core Maintainers; the sponsor, one of them, has a vote in it. */
export function aCoreVote(changes: Partial<DecisionRecord>): DecisionRecord {
  const [some] = groupVoters;
  const electorate = voters.flatMap((person, index) => (some ? [{ ...some, person, login: person, accounts: [1001 + index] }] : []));
  const rule = {
    kind: "vote",
    procedure: "core-vote",
    quorum: 0,
    threshold: "half-of-eligible",
    abstainCounts: true,
    earlyClose: false,
    notPassed: "return",
    away: [],
  } as const;
  return spokenIn(aVote({ parts: [{ authority: "core-maintainers", electorate, rule, fewest: 0 }], oversight: null, ...changes }));
}

/** Attested as complete, at this head. */
export const attestedFinal = { headSha, digest: headDigest, files: [], at: yesterday, items: [] } as const;

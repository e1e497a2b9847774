import type { DecisionRecord } from "../../src/domain/decision.ts";
import { type Instant, instant } from "../../src/kernel/instant.ts";

/** A vote of Core on whether to accept, in which nobody has voted. */
export function aDecision(endsAt: Instant, closed = false): DecisionRecord {
  return {
    id: 5,
    matter: "proposal",
    proposes: "accept",
    weight: null,
    parts: [
      {
        authority: "core-maintainers",
        electorate: [],
        fewest: 0,
        rule: {
          kind: "vote",
          procedure: "core-vote",
          quorum: 0.5,
          threshold: "majority",
          abstainCounts: true,
          earlyClose: false,
          notPassed: "return",
          away: [],
        },
      },
    ],
    digest: "d1",
    openedAt: instant("2026-11-20T09:00:00Z"),
    openedBy: "asta",
    endsAt,
    deferredAt: null,
    ballots: [],
    blocks: [],
    removed: [],
    spoke: [],
    voteAskedBy: [],
    closed: closed ? { at: endsAt, outcome: "carried", sequence: 9 } : null,
    oversight: null,
    authors: [],
    sponsor: null,
  };
}

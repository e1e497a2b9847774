import type { Choice, DecisionRecord } from "../../../src/domain/decision.ts";
import type { ProposalRecord } from "../../../src/domain/proposal-record.ts";
import { instant } from "../../../src/kernel/instant.ts";
import { aCoreRoute, type CommandSituation } from "../../support/command-context.ts";
import { aVote } from "../../support/command-situations.ts";
import type { Machine } from "./machine.ts";
import { aCoreVote, ballot, reviewing, spokenIn } from "./standing.ts";

const tells = ["decision-closed", "state-moved", "oversight-opened", "voter-removed", "queue-left", "escalation-opened", "decision-opened"];

const openOf = ({ decisions }: ProposalRecord) => decisions.find(({ closed, matter }) => closed === null && matter === "proposal");
const count = (ballots: DecisionRecord["ballots"], choice: Choice) => ballots.filter((each) => each.choice === choice).length;

interface VoteWords {
  /** Share of the voters that must have taken part. */
  readonly quorum: number;
  readonly carries: (yes: number, no: number, eligible: number) => boolean;
  readonly rejects: (no: number, eligible: number) => boolean;
}

/** By the ballots that stand, as if nobody said more. */
function wordOf({ parts, removed, ballots }: DecisionRecord, { quorum, carries, rejects }: VoteWords): string {
  if (parts.some(({ rule }) => rule.kind === "lazy-consensus")) return "a consensus";
  if (ballots.length === 0) return "open, silent";
  const eligible = parts.flatMap(({ electorate }) => electorate).filter(({ person }) => !removed.includes(person)).length;
  if (ballots.length < quorum * eligible) return "short of quorum";
  const [yes, no] = [count(ballots, "yes"), count(ballots, "no")];
  if (carries(yes, no, eligible)) return "passing";
  return rejects(no, eligible) ? "rejecting" : "not passing";
}

const standing = (ballots: DecisionRecord["ballots"]): CommandSituation => reviewing({ decisions: [spokenIn(aVote({ ballots }))] });

/** Of the three voting members half make the quorum, and more yes than no passes. */
export const groupVote: Machine = {
  title: "Vote of a group",
  tells,
  states: {
    "nothing open": reviewing(),
    "open, silent": standing([]),
    "short of quorum": standing([ballot("ravi")]),
    passing: standing([ballot("juno"), ballot("ravi")]),
    "not passing": standing([ballot("juno"), ballot("ravi", "no")]),
  },
  where(record) {
    const open = openOf(record);
    return open ? wordOf(open, { quorum: 0.5, carries: (yes, no) => yes > no, rejects: () => false }) : "nothing open";
  },
};

const cores = (record: Partial<ProposalRecord>): CommandSituation => reviewing(record, { facts: { route: aCoreRoute() } });

/** L14: yes of more than half of all eligible accepts, no of more than half rejects, and all else returns it. */
export const coreVote: Machine = {
  title: "Vote of Core",
  tells: [...tells, "record-entered"],
  states: {
    "nothing open": cores({}),
    "not in the queue": cores({ ready: null }),
    "open, silent": cores({ decisions: [aCoreVote({})] }),
    passing: cores({ decisions: [aCoreVote({ ballots: [ballot("asta"), ballot("cleo")] })] }),
    rejecting: cores({ decisions: [aCoreVote({ ballots: [ballot("asta", "no"), ballot("cleo", "no")] })] }),
    "not passing": cores({ decisions: [aCoreVote({ ballots: [ballot("asta"), ballot("cleo", "no")] })] }),
    "passing, in a review window": cores({
      decisions: [aCoreVote({ ballots: [ballot("asta"), ballot("cleo")], deferredAt: instant("2026-11-28T10:00:00Z") })],
    }),
  },
  where(record) {
    const open = openOf(record);
    if (!open) return record.ready === null ? "not in the queue" : "nothing open";
    const word = wordOf(open, {
      quorum: 0,
      carries: (yes, _, eligible) => yes * 2 > eligible,
      rejects: (no, eligible) => no * 2 > eligible,
    });
    return open.deferredAt === null ? word : `${word}, in a review window`;
  },
};

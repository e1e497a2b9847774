import type { DecisionOutcome, DecisionRecord, OversightRecord } from "../../../src/domain/decision.ts";
import type { ProposalRecord } from "../../../src/domain/proposal-record.ts";
import { instant } from "../../../src/kernel/instant.ts";
import { aCoreRoute, type CommandSituation } from "../../support/command-context.ts";
import { aConsensus, anAcceptedText, anOversight, aVote } from "../../support/command-situations.ts";
import type { Machine } from "./machine.ts";
import { aCoreVote, attestedFinal, ballot, late, reviewing, spokenIn } from "./standing.ts";

/** The end of each, and the last second that was in time: the acts of this table are GitHub's of then. */
const end = instant("2026-12-02T10:00:00Z");

const ended = (decision: DecisionRecord, outcome: DecisionOutcome) => spokenIn({ ...decision, closed: { at: end, outcome, sequence: 30 } });
const accepted = anAcceptedText({ acceptedAt: end });
const given = [ballot("juno"), ballot("noor")];

const standing = (record: Partial<ProposalRecord>, more: CommandSituation = {}) =>
  reviewing({ stateSince: end, ...record }, { at: end, ...more });

function taken(oversight: Partial<OversightRecord>, state: "accepted" | "final" = "accepted"): CommandSituation {
  const decisions = [ended(aConsensus({ ballots: given }), "carried")];
  const kept = anOversight({ openedAt: end, endsAt: instant("2026-12-09T10:00:00Z"), ...oversight });
  return standing({ state, accepted, decisions, oversight: kept });
}

const windowOver = { openedAt: instant("2026-11-25T10:00:00Z"), endsAt: end, ended: { at: end, how: "window-passed" } } as const;
const before = { ...ended(aConsensus({ ballots: given }), "carried"), endsAt: windowOver.openedAt };
const escalated = {
  id: 31,
  why: "no-quorum",
  raisedBy: null,
  handler: "bo-okafor",
  handlerPerson: "bo-okafor",
  openedAt: end,
  answerBy: instant("2026-12-09T10:00:00Z"),
  answer: null,
} as const;

/** Acts that were in time, found when the decision had ended. */
export const foundLate: Machine = {
  title: "Acts found late",
  foundAt: late,
  tells: [
    "decision-reopened",
    "oversight-reopened",
    "decision-closed",
    "oversight-ended",
    "oversight-opened",
    "escalation-answered",
    "escalation-opened",
  ],
  states: {
    "accepted, in oversight": taken({}),
    "accepted, window over": standing({
      state: "accepted",
      accepted,
      oversight: anOversight(windowOver),
      decisions: [{ ...before, closed: { at: windowOver.openedAt, outcome: "carried", sequence: 30 } }],
    }),
    "escalated without quorum": standing({
      decisions: [ended(aVote({ ballots: [ballot("juno")] }), "no-quorum")],
      escalations: [escalated],
    }),
    "returned by Core": standing(
      { ready: null, decisions: [ended(aCoreVote({ ballots: [ballot("asta"), ballot("cleo", "no")] }), "returned")] },
      { facts: { route: aCoreRoute() } },
    ),
    final: standing({
      ...taken(windowOver, "final").record,
      final: attestedFinal,
    }),
  },
  where({ state, decisions, oversight, escalations }) {
    if (decisions.some(({ closed }) => closed === null)) return "open again";
    if (state === "final") return "final";
    if (state === "accepted") return oversight === null || oversight.ended !== null ? "accepted, window over" : "accepted, in oversight";
    if (state !== "in-review") return `\`${state}\``;
    if (escalations.some(({ answer }) => answer === null)) return "escalated without quorum";
    return oversight?.ended?.how === "vetoed" ? "in review, Core's" : "returned by Core";
  },
};

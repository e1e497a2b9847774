import type { DecisionRecord, OversightRecord } from "../../../src/domain/decision.ts";
import type { ProposalRecord } from "../../../src/domain/proposal-record.ts";
import { instant } from "../../../src/kernel/instant.ts";
import { type CommandSituation, headDigest } from "../../support/command-context.ts";
import { aConsensus, anAcceptedText, anOversight, aVote, sponsoredByCleo } from "../../support/command-situations.ts";
import type { Machine } from "./machine.ts";
import { ballot, reviewing, spokenIn, yesterday } from "./standing.ts";

const carried = { at: yesterday, outcome: "carried", sequence: 30 } as const;
const given = [ballot("juno"), ballot("noor"), ballot("asta")];
const accepted = anAcceptedText();

function overseen(decision: DecisionRecord, changes: Partial<OversightRecord>, record: Partial<ProposalRecord> = {}): CommandSituation {
  const state = decision.proposes === "accept" ? "accepted" : "rejected";
  const oversight = anOversight({ outcome: decision.proposes, ...changes });
  const decisions = [spokenIn({ ...decision, closed: carried, ballots: given })];
  return { record: { sponsor: sponsoredByCleo, state, stateSince: yesterday, decisions, oversight, accepted, ready, ...record } };
}

const contestUntil = instant("2026-11-30T10:00:00Z");
const lastWeek = instant("2026-11-19T10:00:00Z");
const over = { openedAt: instant("2026-11-12T10:00:00Z"), endsAt: lastWeek, ended: { at: lastWeek, how: "window-passed" } } as const;
const ready = { kind: "formal", date: "2026-11-02", digest: headDigest, at: instant("2026-11-02T10:00:00Z") } as const;

/** What Core keeps over a group's decision, and the veto of a Lead Maintainer. Asta, a Lead Maintainer and of Core, voted in the group. */
export const oversight: Machine = {
  title: "Oversight and veto",
  tells: ["oversight-ended", "queue-left", "readied", "escalation-opened", "decision-opened", "head-judged"],
  states: {
    "veto window": overseen(aConsensus(), {}),
    "veto window of a vote": overseen(aVote(), { contestUntil }),
    "veto window of a rejection": overseen(aConsensus({ proposes: "reject" }), {}, { accepted: null }),
    "approval awaited": overseen(aConsensus(), { kind: "approval", endsAt: null }),
    "oversight over": overseen(aConsensus(), over),
    "a Lead veto stands": reviewing({ ready: null, leadVeto: { person: "asta", login: "asta", at: yesterday } }),
  },
  where({ leadVeto, oversight: kept, state }) {
    if (leadVeto !== null) return "a Lead veto stands";
    if (kept === null || (state !== "accepted" && state !== "rejected")) return `\`${state}\``;
    if (kept.ended !== null) return state === "accepted" ? "oversight over" : "rejection over";
    if (kept.endsAt === null) return "approval awaited";
    if (kept.outcome === "reject") return "veto window of a rejection";
    return kept.contestUntil === null ? "veto window" : "veto window of a vote";
  },
};

import type { EnteredRecord } from "../../../src/domain/decision.ts";
import type { ProposalRecord } from "../../../src/domain/proposal-record.ts";
import { instant } from "../../../src/kernel/instant.ts";
import { aCoreRoute, type CommandSituation, headDigest } from "../../support/command-context.ts";
import type { Machine } from "./machine.ts";
import { reviewing, yesterday } from "./standing.ts";

const entry: EnteredRecord = {
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
};

const additive = { domain: "forecasts", change: "additive", reasonCodes: [] } as const;

const cores = (entered: readonly EnteredRecord[], record: Partial<ProposalRecord> = {}): CommandSituation =>
  reviewing({ entered, ...record }, { facts: { route: aCoreRoute() } });

/** A decision of Core that was taken elsewhere: Bo enters it, and Asta and Cleo, who is the sponsor, are listed in it. */
export const recordedDecision: Machine = {
  title: "Recorded decision",
  tells: ["record-ended", "queue-left", "decision-opened"],
  states: {
    "nothing entered": cores([]),
    entered: cores([entry]),
    "confirmed by one": cores([{ ...entry, confirmedBy: ["asta"] }]),
    "a return entered": cores([{ ...entry, verdict: "return", yes: ["bo-okafor"], no: ["asta"], abstain: ["cleo"] }]),
    "a rejection entered": cores([{ ...entry, verdict: "reject", yes: [], no: ["asta", "bo-okafor", "cleo"] }]),
    "a group decides": reviewing({ routed: { type: "routed", kind: "group", group: "forecasts-wg", ...additive } }),
  },
  where({ entered, state, decisions, ready, routed }) {
    if (state !== "in-review") return `\`${state}\``;
    const waits = entered.find(({ ended }) => ended === null);
    if (waits === undefined) {
      if (decisions.some(({ closed }) => closed === null)) return "a vote of Core";
      if (ready === null) return "not in the queue";
      return routed?.kind === "group" ? "a group decides" : "nothing entered";
    }
    if (waits.verdict !== "accept") return waits.verdict === "return" ? "a return entered" : "a rejection entered";
    return waits.confirmedBy.length > 0 ? "confirmed by one" : "entered";
  },
};

import type { EnteredRecord } from "../../../src/domain/decision.ts";
import type { ProposalRecord } from "../../../src/domain/proposal-record.ts";
import { aCoreRoute, type CommandSituation } from "../../support/command-context.ts";
import { anEntry } from "../../support/command-situations.ts";
import type { Machine } from "./machine.ts";
import { reviewing } from "./standing.ts";

const additive = { domain: "forecasts", touched: [], change: "additive", reasonCodes: [] } as const;

const cores = (entered: readonly EnteredRecord[], record: Partial<ProposalRecord> = {}): CommandSituation =>
  reviewing({ entered, ...record }, { facts: { route: aCoreRoute() } });

/** A decision of Core that was taken elsewhere: Bo enters it, and Asta and Cleo, who is the sponsor, are listed in it. */
export const recordedDecision: Machine = {
  title: "Recorded decision",
  tells: ["record-ended", "queue-left", "decision-opened"],
  states: {
    "nothing entered": cores([]),
    entered: cores([anEntry()]),
    "confirmed by one": cores([anEntry({ confirmedBy: ["asta"] })]),
    "a return entered": cores([anEntry({ verdict: "return", yes: ["bo-okafor"], no: ["asta"], abstain: ["cleo"] })]),
    "a rejection entered": cores([anEntry({ verdict: "reject", yes: [], no: ["asta", "bo-okafor", "cleo"] })]),
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

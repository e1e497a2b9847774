import type { ProposalRecord } from "../../../src/domain/proposal-record.ts";
import { aCoreRoute, type CommandSituation, headSha } from "../../support/command-context.ts";
import { anAcceptedText, places } from "../../support/command-situations.ts";
import type { Machine } from "./machine.ts";
import { attestedFinal } from "./standing.ts";

/** Of the text that was accepted, where the head has changed since. */
const acceptedText = "f".repeat(64);
const before = { headSha: "9".repeat(40), digest: acceptedText, proposal: acceptedText };
const unconfirmed = { headSha, reasons: ["text-changed"] };

function head(record: Partial<ProposalRecord>, more: CommandSituation = {}): CommandSituation {
  const accepted = places["accepted and complete"];
  return { ...accepted, ...more, record: { ...accepted?.record, ...record } };
}

const changed = head({ accepted: anAcceptedText(before), unconfirmed });
const confirmation = { headSha, person: "juno", organisation: "Hexa Labs" };

/** A text that changes after the group accepted it; two of two organisations confirm, as its consents ask for. */
export const changedHead: Machine = {
  title: "Text that changes after acceptance",
  tells: ["decision-opened", "decision-closed"],
  states: {
    "as accepted": head({ accepted: anAcceptedText() }),
    unconfirmed: changed,
    "confirmed by one": head({ accepted: anAcceptedText(before), unconfirmed, headConfirmations: [confirmation] }),
    "unconfirmed, Core's": head(
      { accepted: anAcceptedText({ ...before, by: "core", domains: null }), unconfirmed },
      { facts: { route: aCoreRoute() } },
    ),
    "not covered": head({ accepted: anAcceptedText(before), unconfirmed, coreDecides: true }, { facts: { route: aCoreRoute() } }),
    final: head({
      state: "final",
      accepted: anAcceptedText(),
      final: attestedFinal,
    }),
  },
  where({ state, accepted, unconfirmed: waits, headConfirmations, decisions, coreDecides }) {
    if (decisions.some(({ closed }) => closed === null)) return "a vote of Core";
    if (state !== "accepted") return state === "final" ? "final" : `\`${state}\``;
    if (waits === null) return "as accepted";
    if (headConfirmations.length > 0) return "confirmed by one";
    if (coreDecides && accepted?.by === "group") return "not covered";
    return accepted?.by === "core" ? "unconfirmed, Core's" : "unconfirmed";
  },
};

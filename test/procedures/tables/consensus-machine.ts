import type { DecisionRecord } from "../../../src/domain/decision.ts";
import type { CommandSituation } from "../../support/command-context.ts";
import { aConsensus } from "../../support/command-situations.ts";
import type { Machine } from "./machine.ts";
import { ballot, block, late, reviewing, spokenIn } from "./standing.ts";

const standing = (changes: Partial<DecisionRecord>, at?: string): CommandSituation =>
  reviewing({ decisions: [spokenIn(aConsensus(changes))] }, at === undefined ? {} : { at });

const given = [ballot("juno")];
const blocks = [block("ravi")];

/** A group's lazy consensus to accept, which asks two consents of two organisations: Juno's and Noor's, or Ravi's, who blocks. */
export const consensus: Machine = {
  title: "Lazy consensus of a group",
  tells: ["decision-closed", "state-moved", "oversight-opened", "voter-removed", "queue-left", "escalation-opened"],
  states: {
    "nothing open": reviewing(),
    open: standing({ ballots: given }),
    blocked: standing({ ballots: given, blocks }),
    "time over, consents missing": standing({ ballots: given }, late),
    "time over, attestation missing": reviewing(
      { decisions: [spokenIn(aConsensus({ ballots: [...given, ballot("noor")] }))], attested: null },
      { at: late },
    ),
    "time over, blocked": standing({ ballots: given, blocks }, late),
  },
  where({ decisions, attested }, now) {
    const open = decisions.find(({ closed }) => closed === null);
    if (open === undefined) return "nothing open";
    if (open.parts.some(({ rule }) => rule.kind === "vote")) return "a vote";
    const ended = now > open.endsAt;
    if (open.blocks.length > 0) return ended ? "time over, blocked" : "blocked";
    if (!ended) return "open";
    return open.ballots.length > 1 && attested === null ? "time over, attestation missing" : "time over, consents missing";
  },
};

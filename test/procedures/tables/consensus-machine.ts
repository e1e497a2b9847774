import type { DecisionRecord } from "../../../src/domain/decision.ts";
import { instant } from "../../../src/kernel/instant.ts";
import type { CommandSituation } from "../../support/command-context.ts";
import { aConsensus, places } from "../../support/command-situations.ts";
import type { Machine } from "./machine.ts";

const yesterday = instant("2026-11-22T10:00:00Z");
/** Past the end of every decision that these tables open. */
const late = "2026-12-05T10:00:00Z";
const links = ["https://example.org/demo"];
const attested = { prototype: links, benefit: links, support: links };
const review = places["in review"];

const yes = (person: string) => ({ person, choice: "yes", at: yesterday, source: "comment/7#0" }) as const;
const block = (person: string) => ({ person, at: yesterday, source: "comment/8#0" });

function standing(changes: Partial<DecisionRecord>, more: CommandSituation = {}): CommandSituation {
  const spoke = [...(changes.ballots ?? []), ...(changes.blocks ?? [])].map(({ person }) => person);
  return { ...more, record: { ...review?.record, attested, decisions: [aConsensus({ spoke, ...changes })], ...more.record } };
}

/** A group's lazy consensus to accept, which asks two consents of two organisations: Juno's and Noor's, or Ravi's, who block. */
export const consensus: Machine = {
  title: "Lazy consensus of a group",
  tells: ["decision-closed", "state-moved", "oversight-opened", "voter-removed", "queue-left", "escalation-opened"],
  states: {
    "nothing open": { ...review, record: { ...review?.record, attested } },
    open: standing({ ballots: [yes("juno")] }),
    blocked: standing({ ballots: [yes("juno")], blocks: [block("ravi")] }),
    "time over, consents missing": standing({ ballots: [yes("juno")] }, { at: late }),
    "time over, attestation missing": standing({ ballots: [yes("juno"), yes("noor")] }, { at: late, record: { attested: null } }),
    "time over, blocked": standing({ ballots: [yes("juno")], blocks: [block("ravi")] }, { at: late }),
  },
  where({ decisions, attested: given }, now) {
    const open = decisions.find(({ closed }) => closed === null);
    if (open === undefined) return "nothing open";
    if (open.parts.some(({ rule }) => rule.kind === "vote")) return "a vote";
    const ended = now > open.endsAt;
    if (open.blocks.length > 0) return ended ? "time over, blocked" : "blocked";
    if (!ended) return "open";
    return open.ballots.length > 1 && given === null ? "time over, attestation missing" : "time over, consents missing";
  },
};

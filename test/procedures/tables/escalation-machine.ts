import type { ProposalRecord } from "../../../src/domain/proposal-record.ts";
import { instant } from "../../../src/kernel/instant.ts";
import { aCoreRoute, type CommandSituation } from "../../support/command-context.ts";
import { aConsensus } from "../../support/command-situations.ts";
import type { Machine } from "./machine.ts";
import { ballot, reviewing, spokenIn, yesterday } from "./standing.ts";

const waiting = {
  id: 25,
  why: "raised",
  raisedBy: "juno",
  handler: "bo-okafor",
  handlerPerson: "bo-okafor",
  openedAt: yesterday,
  answerBy: instant("2026-11-30T10:00:00Z"),
  answer: null,
} as const;
const answered = { ...waiting, answer: { at: yesterday, kind: "return" } } as const;

const standing = (record: Partial<ProposalRecord>, more: CommandSituation = {}) => reviewing(record, more);
const open = spokenIn(aConsensus({ ballots: [ballot("juno")], blocks: [{ person: "ravi", at: yesterday, source: "comment/8#0" }] }));

/** A group's matter on its way to Core and back; Bo is the handler that rule picks. */
export const escalation: Machine = {
  title: "Escalation",
  tells: ["decision-closed", "decision-opened", "queue-left", "escalation-answered", "private-matter-reported"],
  states: {
    "not escalated": standing({}),
    "a consensus is blocked": standing({ decisions: [open] }),
    escalated: standing({ escalations: [waiting] }),
    "back with the group": standing({ escalations: [answered] }),
    "blocked again": standing({ escalations: [answered], decisions: [open] }),
    "Core decides": standing({ coreDecides: true }, { facts: { route: aCoreRoute() } }),
    draft: { record: { ...standing({}).record, state: "draft", ready: null } },
  },
  where({ escalations, decisions, coreDecides, state }) {
    if (state !== "in-review") return state === "draft" ? "draft" : `\`${state}\``;
    const running = decisions.find(({ closed }) => closed === null);
    if (running?.parts.some(({ authority }) => authority === "core-maintainers")) return "a vote of Core";
    if (running?.parts.some(({ rule }) => rule.kind === "vote")) return "a vote of the group";
    if (escalations.some(({ answer }) => answer === null)) return "escalated";
    if (coreDecides) return "Core decides";
    if (running && running.blocks.length === 0) return "a consensus is open";
    if (escalations.length > 0) return running ? "blocked again" : "back with the group";
    return running ? "a consensus is blocked" : "not escalated";
  },
};

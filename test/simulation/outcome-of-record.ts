import { isGateOpen } from "../../src/core/decide-gate.ts";
import type { DecisionRecord } from "../../src/domain/decision.ts";
import type { ProposalRecord } from "../../src/domain/proposal-record.ts";
import type { ProposalState } from "../../src/domain/proposal-vocabulary.ts";
import { epochMilliseconds } from "../../src/kernel/instant.ts";
import { tallyOf } from "../../src/procedures/index.ts";
import type { SimOutcome } from "./history.ts";

/** What anybody can see of a record. */
export function outcomeOfRecord(record: ProposalRecord, headSha: string): SimOutcome {
  const open = record.decisions.filter(({ closed }) => closed === null);
  const shown = open.find(({ matter }) => matter === "proposal") ?? open[0] ?? null;
  const { oversight, ready, state } = record;
  const runs = oversight !== null && oversight.ended === null;
  return {
    state: stateOf(state),
    group: record.group.stands,
    sponsor: record.sponsor?.person ?? null,
    open: shown && {
      procedure: procedureOf(shown),
      proposes: shown.proposes,
      endsAt: epochMilliseconds(shown.endsAt),
      ...tallyOf(shown),
    },
    oversight: runs ? (oversight.endsAt === null ? "approval" : epochMilliseconds(oversight.endsAt)) : null,
    escalated: record.escalations.some(({ answer }) => answer === null),
    leadVeto: record.leadVeto !== null,
    held: record.holds.length > 0,
    unconfirmed: record.unconfirmed !== null,
    queued: (state === "in-review" && ready?.kind === "formal") || (state === "draft" && ready?.kind === "pre"),
    gate: isGateOpen(record, headSha, []) ? "green" : "closed",
  };
}

function stateOf(state: ProposalState): SimOutcome["state"] {
  if (state === "superseded" || state === "merged-unratified") throw new Error(`No history leads to ${state}`);
  return state;
}

function procedureOf({ matter, parts }: DecisionRecord): NonNullable<SimOutcome["open"]>["procedure"] {
  if (matter === "recommendation") return "recommendation";
  if (parts.every(({ rule }) => rule.kind === "lazy-consensus")) return "consensus";
  return parts.some(({ authority }) => authority === "core-maintainers") ? "core-vote" : "group-vote";
}

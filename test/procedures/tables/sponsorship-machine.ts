import { emptyRecord } from "../../../src/core/ledger/index.ts";
import type { DecisionRecord } from "../../../src/domain/decision.ts";
import type { ProposalRecord } from "../../../src/domain/proposal-record.ts";
import type { CommandSituation } from "../../support/command-context.ts";
import { aConsensus, sponsoredByCleo } from "../../support/command-situations.ts";
import { smallConstitution } from "../../support/constitution.ts";
import type { Machine } from "./machine.ts";
import { block, late, spokenIn, yesterday } from "./standing.ts";

const constitution = smallConstitution().append(
  "project.yml",
  "front-door:\n  group-required: true\n  sponsorship: { by: decision, procedure: wg-consensus }\n",
);
const asked = [{ group: "forecasts-wg", at: yesterday }];

/** Silence suffices in a minor matter that accepts no proposal (C1). */
function sponsorship(changes: Partial<DecisionRecord>): DecisionRecord {
  const decision = aConsensus({ matter: "sponsorship", weight: "minor", oversight: null, ...changes });
  const parts = decision.parts.map((part) => ({ ...part, rule: { ...part.rule, consents: 0, organisations: 0, attestation: false } }));
  return spokenIn({ ...decision, parts });
}

function standing(decision: DecisionRecord | null, record: Partial<ProposalRecord> = {}, at?: string): CommandSituation {
  return {
    constitution,
    ...(at === undefined ? {} : { at }),
    record: {
      stateSince: yesterday,
      group: { ...emptyRecord.group, asked },
      decisions: decision === null ? [] : [decision],
      ...record,
    },
  };
}

/** A group decides whether it stands behind a proposal, where the constitution makes that a decision. */
export const groupSponsorship: Machine = {
  title: "Sponsorship by a decision of the group",
  tells: ["decision-closed", "voter-removed"],
  states: {
    "a group is asked": standing(null),
    open: standing(sponsorship({})),
    blocked: standing(sponsorship({ blocks: [block("ravi")] })),
    "time over, blocked": standing(sponsorship({ blocks: [block("ravi")] }), {}, late),
    "open, with a sponsor": standing(sponsorship({}), { sponsor: sponsoredByCleo }),
  },
  where({ state, decisions, group, sponsor }, now) {
    if (state !== "proposal") return `\`${state}\``;
    const open = decisions.find(({ closed }) => closed === null);
    if (open) {
      if (open.blocks.length > 0) return now > open.endsAt ? "time over, blocked" : "blocked";
      return sponsor === null ? "open" : "open, with a sponsor";
    }
    if (group.stands !== null) return "a group stands";
    return group.asked.length > 0 ? "a group is asked" : "no group is asked";
  },
};

import { emptyRecord } from "../../../src/core/ledger/index.ts";
import type { ProposalRecord } from "../../../src/domain/proposal-record.ts";
import type { ProposalState } from "../../../src/domain/proposal-vocabulary.ts";
import type { CommandSituation } from "../../support/command-context.ts";
import { anAcceptedText, sponsoredByCleo } from "../../support/command-situations.ts";
import { smallConstitution } from "../../support/constitution.ts";
import type { Machine } from "./machine.ts";
import { attested, attestedFinal, reviewing, yesterday } from "./standing.ts";

/** Twice, which is as often as those who may sponsor are asked before a proposal rests (S7). */
const reminders = ["sponsors/1", "sponsors/2"].map((about) => ({ about, logins: ["Juno"], at: yesterday }));
const accepted = anAcceptedText();

const at = (state: ProposalState, record: Partial<ProposalRecord> = {}): CommandSituation => ({
  record: { state, stateSince: yesterday, sponsor: sponsoredByCleo, ...record },
});

/** One proposal from its opening to its end. */
export const road: Machine = {
  title: "Road of a proposal",
  tells: ["readied", "queue-left", "decision-closed", "oversight-opened", "head-judged", "lead-veto-raised"],
  states: {
    proposal: at("proposal", { sponsor: null, reminders }),
    draft: at("draft"),
    "in review": reviewing(),
    accepted: at("accepted", { accepted, attested }),
    final: at("final", { accepted, attested, final: attestedFinal }),
    rejected: at("rejected"),
    withdrawn: at("withdrawn"),
    dormant: at("dormant"),
  },
  where: ({ state }) => (state === "in-review" ? "in review" : state),
};

const constitution = smallConstitution().append("project.yml", "front-door:\n  group-required: true\n");
const asked = [{ group: "forecasts-wg", at: yesterday }];

function door(group: Partial<ProposalRecord["group"]>, record: Partial<ProposalRecord> = {}): CommandSituation {
  return { constitution, record: { stateSince: yesterday, group: { ...emptyRecord.group, ...group }, ...record } };
}

/** Where the constitution asks for a group: a proposal becomes a draft once it has both. */
export const frontDoor: Machine = {
  title: "Front door",
  tells: [],
  states: {
    "seeking a group": door({}),
    "a group is asked": door({ asked }),
    "its leads are asked": door({ asked, rounds: 1, soughtAt: yesterday }),
    "Core is asked": door({ asked, rounds: 2, soughtAt: yesterday }),
    "a group stands, no sponsor": door({ stands: "forecasts-wg", representative: "juno" }),
    "a sponsor, no group": door({}, { sponsor: sponsoredByCleo }),
  },
  where({ state, group, sponsor }) {
    if (state !== "proposal") return `\`${state}\``;
    if (group.stands !== null) return "a group stands, no sponsor";
    if (sponsor !== null) return "a sponsor, no group";
    if (group.rounds > 0) return group.rounds === 1 ? "its leads are asked" : "Core is asked";
    return group.asked.length > 0 ? "a group is asked" : "seeking a group";
  },
};

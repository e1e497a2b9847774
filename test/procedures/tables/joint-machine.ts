import type { DecisionPart, DecisionRecord } from "../../../src/domain/decision.ts";
import { aGroupRoute, type CommandSituation } from "../../support/command-context.ts";
import { aConsensus, aVote } from "../../support/command-situations.ts";
import { smallConstitution } from "../../support/constitution.ts";
import type { Machine } from "./machine.ts";
import { ballot, block, late, reviewing, spokenIn } from "./standing.ts";

const constitution = smallConstitution().with(
  "groups/winds-wg.yml",
  "id: winds-wg\nname: Winds\nkind: working-group\nstatus: chartered\nleads:\n  - { person: bo-okafor }\nmembers:\n  - { person: asta }\n",
);
const other = [
  { person: "bo-okafor", login: "bo-okafor", accounts: [1002], organisation: "Orbit" },
  { person: "asta", login: "asta", accounts: [1001], organisation: "Hexa Labs" },
];

/** The forecasts group's part and that of the other group, by the same rule. */
const joint = (decision: DecisionRecord): DecisionRecord => {
  const parts = decision.parts.flatMap((part): readonly DecisionPart[] => [part, { ...part, authority: "winds-wg", electorate: other }]);
  return spokenIn({ ...decision, parts });
};

const standing = (decision: DecisionRecord | null, at: string = late): CommandSituation =>
  reviewing(decision === null ? {} : { decisions: [joint(decision)] }, {
    constitution,
    at,
    facts: { route: aGroupRoute({ jointWith: ["winds-wg"] }) },
  });

const ours = [ballot("juno"), ballot("noor")];
const theirs = [ballot("bo-okafor")];
const inTime = "2026-11-23T10:00:00Z";

/** Two groups decide together: each part by its own voters. */
export const jointDecision: Machine = {
  title: "Joint decision of two groups",
  tells: ["decision-closed", "state-moved", "oversight-opened", "voter-removed", "escalation-opened"],
  states: {
    "nothing open": standing(null, inTime),
    "one part ready": standing(aConsensus({ ballots: [...ours, ...theirs] })),
    "one part ready, a block stands": standing(aConsensus({ ballots: ours, blocks: [block("bo-okafor")] })),
    "vote, both passing": standing(aVote({ ballots: [...ours, ...theirs] }), inTime),
    "vote, one not passing": standing(aVote({ ballots: [...ours, ballot("bo-okafor", "no")] }), inTime),
    "vote, one short of quorum": standing(aVote({ ballots: ours }), inTime),
  },
  where({ decisions }) {
    const open = decisions.find(({ closed }) => closed === null);
    if (open === undefined) return "nothing open";
    const said = open.ballots.filter(({ person }) => other.some((voter) => voter.person === person));
    if (open.parts.some(({ rule }) => rule.kind === "vote")) {
      if (said.length === 0) return "vote, one short of quorum";
      return said.filter(({ choice }) => choice === "yes").length * 2 > said.length ? "vote, both passing" : "vote, one not passing";
    }
    return open.blocks.length > 0 ? "one part ready, a block stands" : "one part ready";
  },
};

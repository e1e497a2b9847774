import type { Dice } from "./dice.ts";
import { type Deed, drawAccount, type Role, type Situation } from "./draw-act.ts";

/** What brings the proposal on from where it stands, said by who may: the ends of the road are rare where people only do anything. */
export function drawWillingDeed(dice: Dice, situation: Situation): Deed {
  const [text, role] = dice.pick(stepsFrom(situation));
  return { kind: "comment", by: drawAccount(dice, role, situation), text, editedAt: null, bot: false };
}

type Step = readonly [text: string, by: Role];

function stepsFrom({
  outcome: { state, open, oversight, escalated, leadVeto, unconfirmed, group },
  proposal,
  rules,
}: Situation): readonly Step[] {
  if (leadVeto) return [["/veto lift it was mended", "lead-maintainer"]];
  switch (state) {
    case "proposal":
      return [["/sponsor", "maintainer"], ...(rules.groupRequired && group === null ? [["/adopt", "lead"] as const] : [])];
    case "draft":
      return [["/ready attested", "sponsor"]];
    case "in-review":
      if (open !== null)
        return open.blocks.length > 0
          ? [
              ["/unblock", "voter"],
              ["/call-vote", "lead"],
            ]
          : [["/lgtm", open.procedure === "core-vote" ? "core" : "voter"]];
      if (escalated)
        return [
          ["/escalate guidance look at the old clients first", "core"],
          ["/call-vote", "core"],
        ];
      return proposal.route === "core"
        ? [["/call-vote", "core"]]
        : [
            ["/propose accept", "lead"],
            ["/call-vote", "core"],
          ];
    case "accepted":
      if (oversight !== null) return [["/lgtm", "core"]];
      return unconfirmed
        ? [
            ["/lgtm", "voter"],
            ["/lgtm", "core"],
          ]
        : [["/final attested", "sponsor"]];
    case "rejected":
    case "final":
      return [["thanks, looks good", "anyone"]];
    case "withdrawn":
    case "dormant":
      return [["/revive", "author"]];
  }
}

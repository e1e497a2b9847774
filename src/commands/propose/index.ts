import { type CommandContext, type FactDraft, register } from "../command.ts";
import { confirmations, primaryOf } from "../confirmation.ts";
import { openConsensus } from "../opening/index.ts";
import { coreDecides } from "../roles.ts";
import { consensusShares } from "../shares.ts";
import { whyNotProposed } from "./authorise.ts";
import { type Proposing, parsePropose } from "./parse.ts";

export const propose = register<Proposing>(
  {
    name: "propose",
    usage: "/propose accept|reject [minor|significant]",
    who: "a lead of the deciding group, or the sponsor",
    does: "opens lazy consensus with its end at once; where Core decides, as the group's recommendation",
    rules: ["O2", "O4", "C1", "C6"],
    examples: [
      { situation: "in review, by a lead", text: "/propose accept", outcome: "lazy consensus opens, significant" },
      { situation: "in draft, by a lead", text: "/propose accept", outcome: "not-in-review" },
    ],
    parse: parsePropose,
    authorise: whyNotProposed,
    apply: open,
    say: ({ proposes }, context) =>
      coreDecides(context)
        ? `The group's recommendation to ${proposes} is open.`
        : `Consensus to ${proposes} is open; it is decided as domain \`${primaryOf(context)}\`, class \`${context.facts.change.class}\`.`,
  },
  "/propose accept",
);

function open({ proposes, weight }: Proposing, context: CommandContext): readonly FactDraft[] {
  const recommends = coreDecides(context);
  const matter = recommends ? "recommendation" : "proposal";
  const oversight = recommends ? null : context.facts.route.oversight;
  return [...confirmations(context), ...openConsensus({ matter, proposes, weight, parts: consensusShares(context), oversight }, context)];
}

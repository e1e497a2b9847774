import { ok } from "../../kernel/result.ts";
import { type CommandContext, register } from "../command.ts";
import { reasonOf } from "../reading/index.ts";
import { consensusToBlock, whyNoBlock } from "./authorise.ts";

export const block = register<string>(
  {
    name: "block",
    usage: "/block reason",
    who: "voting members of an open consensus",
    does: "stops consensus, with a reason and an alternative or what would lift it",
    rules: ["C3", "C5"],
    examples: [
      {
        situation: "consensus is open, by a voting member",
        text: "/block Clients cannot tell; name the error code",
        outcome: "a block stands",
      },
      { situation: "a vote is open, by a voting member", text: "/block I would rather not have it", outcome: "vote-instead" },
    ],
    parse: (line) => ok(reasonOf(line)),
    authorise: whyNoBlock,
    apply(reason, context) {
      const decision = consensusToBlock(context);
      if (!decision || isBlocking(context)) return [];
      return [{ reason, fact: { type: "block-raised", decision: decision.id, person: context.actor.key } }];
    },
    say: (_, context) =>
      isBlocking(context)
        ? "Your block stands already, so nothing changes."
        : "Your block stands: nothing is accepted by consensus until it is lifted or a vote decides.",
  },
  "/block Clients cannot tell the two apart; name an error code for it",
);

const isBlocking = (context: CommandContext) =>
  consensusToBlock(context)?.blocks.some(({ person }) => person === context.actor.key) ?? false;

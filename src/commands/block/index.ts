import { type CommandContext, refuse, register } from "../command.ts";
import { decisionFor, whyNoVoter } from "../deciding.ts";
import { reasonOf, requireReason } from "../reading/index.ts";
import { isVoterIn } from "../roles.ts";

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
      { situation: "a vote is open", text: "/block I would rather not have it", outcome: "vote-instead" },
    ],
    parse: (line) => requireReason(reasonOf(line), 1),
    authorise(reason, context) {
      const decision = decisionFor(context);
      if (!decision)
        return refuse("nothing-open", "Nothing is open to block.", { instead: "Say it in a comment; a block needs an open consensus." });
      if (!isVoterIn(decision, context.actor.key)) return whyNoVoter(context, decision);
      if (decision.parts.some(({ rule }) => rule.kind === "vote")) {
        return refuse("vote-instead", "A vote is open, and it decides.", { instead: "Write `/vote no`." });
      }
      const least = leastReason(context);
      return reason.trim().length >= least
        ? null
        : refuse("reason-too-short", "A block says why, and names an alternative or what would lift it.", {
            instead: "Write `/block` with both, in a sentence or two.",
          });
    },
    apply(reason, context) {
      const decision = decisionFor(context);
      if (!decision || decision.blocks.some(({ person }) => person === context.actor.key)) return [];
      return [{ reason, fact: { type: "block-raised", decision: decision.id, person: context.actor.key } }];
    },
    say: () => "Your block stands: nothing is accepted by consensus until it is lifted or a vote decides.",
  },
  "/block Clients cannot tell the two apart; name an error code for it",
);

/** C3: characters that a block says at least, by the procedure that is open. */
function leastReason({ governance, ...context }: CommandContext): number {
  const [part] = decisionFor({ governance, ...context })?.parts ?? [];
  const procedure = governance.procedures.get(part?.rule.procedure ?? "");
  return procedure?.kind === "lazy-consensus" ? procedure["block-characters"] : 20;
}

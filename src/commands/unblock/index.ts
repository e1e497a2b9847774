import { ok } from "../../kernel/result.ts";
import { type CommandContext, type FactDraft, refuse, register } from "../command.ts";
import { decisionFor } from "../deciding.ts";
import { reasonOf } from "../reading/index.ts";
import { isAuthor, isCore, loginsOf } from "../roles.ts";

export const unblock = register<string>(
  {
    name: "unblock",
    usage: "/unblock [reason]",
    who: "whoever raised the block; Core with a reason, once the matter was escalated",
    does: "lifts a block",
    rules: ["C4"],
    examples: [
      { situation: "the raiser's block stands", text: "/unblock", outcome: "the block is lifted" },
      { situation: "somebody else's block stands, by a voting member", text: "/unblock", outcome: "not-raiser" },
    ],
    parse: (line) => ok(reasonOf(line)),
    authorise(reason, context) {
      const decision = decisionFor(context);
      const blocks = decision?.blocks ?? [];
      if (blocks.length === 0) return refuse("no-block", "No block stands.");
      if (blocks.some(({ person }) => person === context.actor.key)) return null;
      const who = loginsOf(
        blocks.map(({ person }) => person),
        context.governance,
      );
      const escalated = context.record.escalations.length > 0;
      if (isCore(context) && !isAuthor(context) && escalated) {
        return reason.trim().length > 0 ? null : refuse("reason-too-short", "Core lifts a block with a reason.", { who });
      }
      return refuse("not-raiser", "Whoever raised a block lifts it, or the next authority once the matter was escalated.", { who });
    },
    apply: lift,
    say: () => "The block is lifted.",
  },
  "/unblock",
);

function lift(reason: string, context: CommandContext): readonly FactDraft[] {
  const decision = decisionFor(context);
  if (!decision) return [];
  const own = decision.blocks.filter(({ person }) => person === context.actor.key);
  const lifted = own.length > 0 ? own : decision.blocks;
  return lifted.map(({ person }) => ({
    reason: reason.trim() === "" ? null : reason,
    fact: { type: "block-lifted", decision: decision.id, person },
  }));
}

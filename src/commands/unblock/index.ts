import type { Refusal } from "../../domain/answer.ts";
import type { Block, DecisionRecord } from "../../domain/decision.ts";
import { ok } from "../../kernel/result.ts";
import { clauseOf } from "../clause-of.ts";
import { type CommandContext, type FactDraft, refuse, register } from "../command.ts";
import { isAuthor, isCore, loginsOf } from "../roles.ts";
import { parseUnblock, type Unblocking } from "./parse.ts";

export const unblock = register<Unblocking>(
  {
    name: "unblock",
    usage: "/unblock, /unblock [@login] reason",
    who: "whoever raised the block; Core with a reason, once the matter was escalated",
    does: "lifts a block",
    rules: ["C4"],
    examples: [
      { situation: "the raiser's block stands", text: "/unblock", outcome: "the block is lifted" },
      { situation: "somebody else's block stands, by a voting member", text: "/unblock", outcome: "not-raiser" },
    ],
    parse: (line) => ok(parseUnblock(line)),
    authorise: whyNoLifting,
    apply: ({ of, reason }, context) => meant(of, context).map(({ decision, block }) => lifting(decision, block, reason)),
    say: ({ of }, context) => (meant(of, context).length > 1 ? "The blocks are lifted." : "The block is lifted."),
  },
  "/unblock",
);

interface Standing {
  readonly decision: DecisionRecord;
  readonly block: Block;
}

const standing = ({ record }: CommandContext): readonly Standing[] =>
  record.decisions.flatMap((decision) => (decision.closed === null ? decision.blocks.map((block) => ({ decision, block })) : []));

/** The actor's own, where they raised one; else the named one, or all. */
function meant(of: string | null, context: CommandContext): readonly Standing[] {
  const blocks = standing(context);
  const own = blocks.filter(({ block }) => block.person === context.actor.key);
  if (own.length > 0) return own;
  const person = of === null ? null : context.governance.personByLogin.get(of);
  return person === null ? blocks : blocks.filter(({ block }) => block.person === person);
}

function whyNoLifting({ of, reason }: Unblocking, context: CommandContext): Refusal | null {
  const { record, governance, actor } = context;
  const blocks = meant(of, context);
  if (blocks.length === 0) return refuse("no-block", of === null ? "No block stands." : `No block of \`${of}\` stands.`);
  if (blocks.some(({ block }) => block.person === actor.key)) return null;
  const raisers = blocks.map(({ block }) => block.person);
  const who = loginsOf(new Set(raisers), governance);
  const clause = clauseOf(`procedures/${blocks[0]?.decision.parts[0]?.rule.procedure ?? ""}`, context);
  if (isAuthor(context)) return refuse("own-proposal", "You are an author, and whoever raised a block lifts it.", { who, clause });
  if (!isCore(context) || record.escalations.length === 0) {
    const text = "Whoever raised a block lifts it, or Core with a reason once the matter was escalated.";
    return refuse("not-raiser", text, { who, clause, instead: "A vote decides it: `/call-vote`." });
  }
  return reason.length > 0
    ? null
    : refuse("reason-too-short", "Core lifts a block with a reason.", { clause, instead: "Write it behind `/unblock`." });
}

const lifting = ({ id }: DecisionRecord, { person }: Block, reason: string): FactDraft => ({
  reason: reason === "" ? null : reason,
  fact: { type: "block-lifted", decision: id, person },
});

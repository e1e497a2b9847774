import type { Refusal } from "../../domain/answer.ts";
import type { DecisionRecord } from "../../domain/decision.ts";
import { clauseOf } from "../clause-of.ts";
import { type CommandContext, refuse } from "../command.ts";
import { decisionFor, whyNoVoter } from "../deciding.ts";
import { isVoterIn } from "../roles.ts";
import { nothingOpen } from "../what-would-open.ts";

/** The open consensus in which the actor votes: a recommendation too, beside a vote of Core in which they vote as well. */
export function consensusToBlock({ record, actor }: CommandContext): DecisionRecord | null {
  const open = record.decisions.filter(({ closed, parts }) => closed === null && parts.every(({ rule }) => rule.kind === "lazy-consensus"));
  return open.find((decision) => isVoterIn(decision, actor.key)) ?? null;
}

export function whyNoBlock(reason: string, context: CommandContext): Refusal | null {
  const consensus = consensusToBlock(context);
  if (consensus) return whyTooShort(reason, consensus, context);
  const decision = decisionFor(context);
  if (!decision) return nothingOpen("to block", context);
  if (!isVoterIn(decision, context.actor.key)) return whyNoVoter(context, decision);
  return refuse("vote-instead", "A vote is open, and it decides; nothing stops it.", {
    clause: clauseOf(`procedures/${decision.parts[0]?.rule.procedure ?? ""}`, context),
    instead: "Write `/vote no`.",
  });
}

/** C3. A block that stands already needs no reason again. */
function whyTooShort(reason: string, { parts, blocks }: DecisionRecord, context: CommandContext): Refusal | null {
  const id = parts[0]?.rule.procedure ?? "";
  const procedure = context.governance.procedures.get(id);
  const least = procedure?.kind === "lazy-consensus" ? procedure["block-characters"] : 1;
  if ([...reason].length >= least || blocks.some(({ person }) => person === context.actor.key)) return null;
  return refuse("reason-too-short", `A block says why, and names an alternative or what would lift it: ${least} characters at least.`, {
    clause: clauseOf(`procedures/${id}`, context),
    instead: "Write `/block` with both, in a sentence or two.",
  });
}

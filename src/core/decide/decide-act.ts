import type { CommandContext, FactDraft } from "../../commands/command.ts";
import { commands, questions } from "../../commands/registry.ts";
import type { CommandOutcome } from "../../domain/answer.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Act } from "./act.ts";
import type { DecideContext } from "./decide-context.ts";
import { findUnpinned, resolveActor } from "./resolve-actor.ts";

export interface DecidedAct {
  readonly drafts: readonly FactDraft[];
  readonly answer: CommandOutcome;
}

/** One act against where the proposal stands: what it brings about, and its one answer (T7). */
export function decideAct(act: Act, record: ProposalRecord, context: DecideContext): DecidedAct {
  const { line } = act;
  const actor = resolveActor(act.actor, context.governance);
  if (actor === null) return only({ kind: "ignored" });
  if (act.suggestion !== null) return only({ kind: "suggested", text: `Did you mean \`/${act.suggestion}\`? Nothing was done.` });
  if (act.repeat !== null) return only(repeat(act.repeat, line.name));
  if (questions.some(({ name }) => name === line.name)) return only({ kind: "told", question: `${line.name} ${line.argument}`.trim() });
  const command = commands.find(({ name }) => name === line.name);
  if (!command) return only({ kind: "ignored" });

  const { at, source, readDigest } = act;
  const verdict = command.decide(line, { ...context, record, actor, at, source, readDigest } satisfies CommandContext);
  if (verdict.kind === "done") return { drafts: verdict.drafts, answer: { kind: "done", text: verdict.text } };
  // A review or an assignment that decides nothing here is no mistake: people use them for other things too.
  if (!source.startsWith("comment/") && isOutsider(verdict.refusal.code)) return only({ kind: "ignored" });
  const unpinned = findUnpinned(act.actor, context.governance);
  if (unpinned === null) return only(verdict.refusal);
  const text = `${verdict.refusal.text} people.yml lists you without GitHub's numeric id, so that you cannot act until you are pinned.`;
  return only({ ...verdict.refusal, code: "unpinned", text, clause: unpinned.clause });
}

const only = (answer: CommandOutcome): DecidedAct => ({ drafts: [], answer });

/** Codes that say "you have no part in this", as against "you have, and something is missing". */
function isOutsider(code: string): boolean {
  return code !== "cannot-be-read" && code !== "text-changed" && code !== "reason-too-short";
}

function repeat(why: NonNullable<Act["repeat"]>, name: string): CommandOutcome {
  const text =
    why === "edited"
      ? `This comment was edited before it was read, and only new comments act. Write \`/${name}\` in a new one.`
      : `This comment was written through another App, which is not taken for your own word. Write \`/${name}\` yourself in a new comment.`;
  return { kind: "repeat", code: why, text };
}

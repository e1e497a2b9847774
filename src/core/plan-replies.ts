import type { Effect } from "../domain/effect.ts";
import type { LedgerEvent } from "../domain/ledger-event.ts";
import type { ActAnswer, ProposalRecord } from "../domain/proposal-record.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import { epochMilliseconds, type Instant } from "../kernel/instant.ts";
import { renderReply, renderTextChange, type StatusData } from "../render/index.ts";
import { type Asked, answerQuestion } from "./answer-question.ts";
import { changesSince } from "./changes-since.ts";
import { isWritten, longestWait } from "./written-replies.ts";

interface Answered {
  readonly record: ProposalRecord;
  readonly snapshot: Snapshot;
  readonly data: Extract<StatusData, { kind: "proposal" }>;
  readonly ledger: readonly LedgerEvent[];
  readonly asked: Asked;
  readonly now: Instant;
}

/**
 * T7: each comment has one answer, once. What was done without moving the proposal gets a 👍 (a moved label and the status comment
 * tell the rest); whatever was refused, asked or is to be said anew gets one reply. A reply that somebody deletes is not repeated.
 */
export function planReplies(answered: Answered): readonly Effect[] {
  const { record, now } = answered;
  const oldest = epochMilliseconds(now) - longestWait;
  const byComment = new Map<string, [string, ActAnswer][]>();
  for (const [source, answer] of record.answers) {
    const [to = source] = source.split("#");
    if (answer.outcome.kind === "ignored" || epochMilliseconds(answer.at) < oldest) continue;
    byComment.set(to, [...(byComment.get(to) ?? []), [source, answer]]);
  }
  return [...byComment].flatMap(([to, answers]) => {
    const plain = answers.every(([, { outcome }]) => outcome.kind === "done");
    return plain ? react(to, answers, answered) : reply(to, answers, answered);
  });
}

function react(to: string, answers: readonly [string, ActAnswer][], { snapshot, ledger }: Answered): readonly Effect[] {
  const comment = snapshot.pullRequest.conversation.find(({ id }) => `comment/${id}` === to);
  if (!comment || comment.reacted) return [];
  const moves = ledger.some(({ fact, source }) => fact.type === "state-moved" && answers.some(([each]) => each === source));
  return moves ? [] : [{ kind: "react", commentId: comment.id }];
}

/** Refusals that a push brings about: the text is another, or what was open ended with it (X3). */
const ofOtherText: ReadonlySet<string> = new Set(["text-changed", "nothing-open"]);

function reply(to: string, answers: readonly [string, ActAnswer][], answered: Answered): readonly Effect[] {
  const { record, snapshot, data, asked } = answered;
  if (isWritten(to, record, snapshot)) return [];
  // X2: whoever wrote under another text sees what changed, once, however many commands the comment holds.
  const underOther = answers.find(([, { outcome }]) => outcome.kind === "refused" && ofOtherText.has(outcome.code));
  const change = underOther ? renderTextChange(changesSince(to, record, snapshot, answered.ledger)) : null;
  const acts = answers.map(([source, { command, outcome, actor }]) => ({
    command,
    outcome,
    answer:
      outcome.kind === "told"
        ? answerQuestion(outcome.question, { source, actor }, { data, asked })
        : source === underOther?.[0]
          ? change
          : null,
  }));
  const login = answers[0]?.[1].actor?.login ?? "";
  return [{ kind: "create-comment", key: to, body: renderReply({ to, login, acts, places: data.places }) }];
}

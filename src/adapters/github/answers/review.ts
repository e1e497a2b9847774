import { z } from "zod";
import type { OwnReview, OwnSuggestion, Review, ReviewVerdict } from "../../../domain/snapshot.ts";
import { instant } from "../../../kernel/instant.ts";
import { toActor } from "./actor.ts";
import { isOwn, OwnTextAnswer, writtenFields } from "./comment.ts";
import { Nodes } from "./connection.ts";

const verdicts = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "changes-requested",
  COMMENTED: "commented",
  DISMISSED: "dismissed",
} as const satisfies Record<string, ReviewVerdict>;

const judged = {
  ...writtenFields,
  state: z.enum(["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED"]).transform((state) => verdicts[state]),
  lastEditedAt: z.iso.datetime().nullable(),
};

/** A review as a sweep sees it. */
export const JudgedAnswer = z.object(judged);
export type JudgedAnswer = z.infer<typeof JudgedAnswer>;

export const ReviewAnswer = z.object({
  ...judged,
  body: z.string(),
  submittedAt: z.iso.datetime(),
  commit: z.object({ oid: z.string() }).nullable(),
});
export type ReviewAnswer = z.infer<typeof ReviewAnswer>;

export const ThreadAnswer = z.object({ comments: Nodes(z.object({ ...OwnTextAnswer.shape, path: z.string() })) });
export type ThreadAnswer = z.infer<typeof ThreadAnswer>;

export function toReviews(answers: readonly ReviewAnswer[], selfLogin: string): Review[] {
  return answers
    .filter((answer) => !isOwn(answer, selfLogin))
    .map((answer) => ({
      id: answer.fullDatabaseId,
      author: toActor(answer.author),
      body: answer.body,
      verdict: answer.state,
      submittedAt: instant(answer.submittedAt),
      editedAt: answer.lastEditedAt === null ? null : instant(answer.lastEditedAt),
      commit: answer.commit?.oid ?? null,
    }))
    .sort((left, right) => left.id - right.id);
}

export function toOwnReviews(answers: readonly ReviewAnswer[], selfLogin: string): OwnReview[] {
  return answers
    .filter((answer) => isOwn(answer, selfLogin))
    .map(({ fullDatabaseId: id, state: verdict, commit }) => ({ id, verdict, commit: commit?.oid ?? null }))
    .sort((left, right) => left.id - right.id);
}

export function toOwnSuggestions(threads: readonly ThreadAnswer[], selfLogin: string, marker: string): OwnSuggestion[] {
  return threads
    .flatMap(({ comments }) => comments)
    .filter((comment) => isOwn(comment, selfLogin) && comment.body.includes(marker))
    .map(({ fullDatabaseId: id, path, body }) => ({ id, path, body }))
    .sort((left, right) => left.id - right.id);
}

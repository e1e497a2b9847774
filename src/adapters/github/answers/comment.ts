import { z } from "zod";
import type { Comment } from "../../../domain/snapshot.ts";
import { instant } from "../../../kernel/instant.ts";
import { ActorAnswer, toActor } from "./actor.ts";

/** Comment ids have outgrown GraphQL's 32-bit Int: `fullDatabaseId` is the one REST takes, as a text of digits. */
export const CommentId = z.union([z.string().regex(/^\d+$/), z.number().int()]).transform(Number);

export const CommentAnswer = z.object({
  fullDatabaseId: CommentId,
  viewerDidAuthor: z.boolean(),
  author: ActorAnswer,
  body: z.string(),
  createdAt: z.iso.datetime(),
  lastEditedAt: z.iso.datetime().nullable(),
});
export type CommentAnswer = z.infer<typeof CommentAnswer>;

export function toComment(answer: CommentAnswer): Comment {
  return {
    id: answer.fullDatabaseId,
    author: toActor(answer.author),
    body: answer.body,
    createdAt: instant(answer.createdAt),
    editedAt: answer.lastEditedAt === null ? null : instant(answer.lastEditedAt),
    editor: null,
    viaApp: null,
    reacted: false,
  };
}

/** Written by this App itself: the author decides, never the text, for anyone can write a marker. */
export function isOwn(answer: CommentAnswer, selfLogin: string): boolean {
  const author = toActor(answer.author);
  return answer.viewerDidAuthor || (author.bot && author.login === selfLogin);
}

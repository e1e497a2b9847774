import { z } from "zod";
import type { Comment } from "../../../domain/snapshot.ts";
import { instant } from "../../../kernel/instant.ts";
import { ActorAnswer, toActor } from "./actor.ts";

/** Comment ids have outgrown GraphQL's 32-bit Int: `fullDatabaseId` is the one REST takes, as a text of digits. */
export const CommentId = z.union([z.string().regex(/^\d+$/), z.number().int()]).transform(Number);

/** Who wrote something, and its id: enough to tell the App's own from everybody else's. */
export const writtenFields = { fullDatabaseId: CommentId, viewerDidAuthor: z.boolean(), author: ActorAnswer };
type Written = z.infer<z.ZodObject<typeof writtenFields>>;

/** A comment as a sweep sees it. */
export const SpokenAnswer = z.object({ ...writtenFields, lastEditedAt: z.iso.datetime().nullable() });
export type SpokenAnswer = z.infer<typeof SpokenAnswer>;

export const OwnTextAnswer = z.object({ ...writtenFields, body: z.string() });
export type OwnTextAnswer = z.infer<typeof OwnTextAnswer>;

export const CommentAnswer = z.object({
  ...writtenFields,
  body: z.string(),
  createdAt: z.iso.datetime(),
  lastEditedAt: z.iso.datetime().nullable(),
  editor: ActorAnswer,
  reactionGroups: z.array(z.object({ content: z.string(), viewerHasReacted: z.boolean() })).nullable(),
});
export type CommentAnswer = z.infer<typeof CommentAnswer>;

export function toComment(answer: CommentAnswer): Comment {
  return {
    id: answer.fullDatabaseId,
    author: toActor(answer.author),
    body: answer.body,
    createdAt: instant(answer.createdAt),
    editedAt: answer.lastEditedAt === null ? null : instant(answer.lastEditedAt),
    editor: answer.editor === null ? null : toActor(answer.editor),
    // GraphQL does not know it: `readCommentOrigin`, and deliveries, do.
    viaApp: null,
    reacted: (answer.reactionGroups ?? []).some(({ content, viewerHasReacted }) => content === "THUMBS_UP" && viewerHasReacted),
  };
}

/** Written by this App itself: the author decides, never the text, for anyone can write a marker. */
export function isOwn(answer: Written, selfLogin: string): boolean {
  const author = toActor(answer.author);
  return answer.viewerDidAuthor || (author.bot && author.login === selfLogin);
}

import { and, eq, isNull } from "drizzle-orm";
import type { CommentOrigins } from "../../ports/comment-origins.ts";
import { subjectKey } from "../../ports/ledger.ts";
import type { Database } from "./database.ts";
import { inbox } from "./schema.ts";

/** From the rows that are not done: those of the comments that a pass is about to answer, found by the index of waiting rows. */
export function createCommentOrigins(db: Database): CommentOrigins {
  return {
    async read(subject) {
      const rows = await db
        .select({ delivery: inbox.delivery })
        .from(inbox)
        .where(and(isNull(inbox.doneAt), eq(inbox.subject, subjectKey(subject))));
      return new Map(rows.flatMap(({ delivery: { comment } }) => (comment ? [[comment.id, comment.viaApp] as const] : [])));
    },
  };
}

import type { Effect } from "../domain/effect.ts";
import type { Comment } from "../domain/snapshot.ts";
import { isStatusComment } from "../domain/status-marker.ts";

/** One status comment that says what it should: made when absent, restored when edited, and copies of it removed. */
export function planComment(body: string, ownComments: readonly Comment[]): readonly Effect[] {
  const [kept, ...copies] = ownComments.filter((comment) => isStatusComment(comment.body)).toSorted((a, b) => a.id - b.id);
  if (!kept) return [{ kind: "create-comment", body }];
  const edited = asStored(kept.body) !== asStored(body);
  return [
    ...(edited ? [{ kind: "update-comment", commentId: kept.id, body } satisfies Effect] : []),
    ...copies.map(({ id }): Effect => ({ kind: "delete-comment", commentId: id })),
  ];
}

/** GitHub may give line ends and the end of a text back in another form than it was given. */
const asStored = (body: string) => body.replaceAll("\r\n", "\n").trimEnd();

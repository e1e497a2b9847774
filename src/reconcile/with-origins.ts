import type { Snapshot } from "../domain/snapshot.ts";
import type { CommentOrigins } from "../ports/comment-origins.ts";
import type { GitHub } from "../ports/github.ts";
import type { Subject } from "../ports/ledger.ts";

interface Sources {
  readonly origins: CommentOrigins;
  readonly github: Pick<GitHub, "readCommentOrigin">;
}

/**
 * The snapshot with `viaApp` of the given comments known (T6): from their deliveries, and from GitHub only where none is kept.
 * Asked for comments that hold a command and were not answered yet; one that is gone by now is left out, as if it had not been.
 */
export async function withOrigins(
  { origins, github }: Sources,
  subject: Subject,
  snapshot: Snapshot,
  ids: readonly number[],
): Promise<Snapshot> {
  if (ids.length === 0) return snapshot;
  const known = new Map(await origins.read(subject));
  const gone = new Set<number>();
  for (const id of ids) {
    if (known.has(id)) continue;
    const origin = await github.readCommentOrigin(id);
    if (origin === "absent") gone.add(id);
    else known.set(id, origin.viaApp);
  }
  const { pullRequest } = snapshot;
  const conversation = pullRequest.conversation
    .filter(({ id }) => !gone.has(id))
    .map((comment) => ({ ...comment, viaApp: known.get(comment.id) ?? comment.viaApp }));
  return { ...snapshot, pullRequest: { ...pullRequest, conversation } };
}

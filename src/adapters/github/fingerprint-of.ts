import type { z } from "zod";
import { type Fingerprint, fingerprintedComments } from "../../domain/fingerprint.ts";
import { sha256 } from "../../kernel/digest.ts";
import { toCheckRuns } from "./answers/check.ts";
import { type CommentAnswer, isOwn } from "./answers/comment.ts";
import type { seenFields } from "./answers/pull-request.ts";

type SeenFields = z.infer<z.ZodObject<typeof seenFields>>;
type Seen = SeenFields & { readonly comments: { readonly items: readonly CommentAnswer[]; readonly total: number } };

/** From the first query of a pass and from a sweep's page alike: both hold the same fields. */
export function fingerprintOf(seen: Seen, selfLogin: string): Fingerprint {
  const own = seen.comments.items.slice(0, fingerprintedComments).filter((comment) => isOwn(comment, selfLogin));
  const commit = seen.commits.at(-1)?.commit;
  const [check] = commit?.oid === seen.headRefOid ? toCheckRuns(commit) : [];
  return {
    state: toState(seen.state),
    draft: seen.isDraft,
    locked: seen.locked,
    title: seen.title,
    baseRef: seen.baseRefName,
    headSha: seen.headRefOid,
    labels: seen.labels.map(({ name }) => name),
    assignees: seen.assignees.map(({ login }) => login),
    requested: seen.reviewRequests.flatMap(({ requestedReviewer: reviewer }) =>
      reviewer === null ? [] : [reviewer.team ? `team/${reviewer.name}` : reviewer.name],
    ),
    comments: seen.comments.total,
    ownComments: Object.fromEntries(own.map((comment) => [String(comment.fullDatabaseId), sha256(comment.body)])),
    acts: [],
    ownReviews: {},
    check: check === undefined ? null : { id: check.id, conclusion: check.conclusion, digest: check.digest },
  };
}

export function toState(state: "OPEN" | "CLOSED" | "MERGED"): "open" | "closed" | "merged" {
  return state === "OPEN" ? "open" : state === "MERGED" ? "merged" : "closed";
}

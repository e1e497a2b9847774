import type { z } from "zod";
import { type Fingerprint, fingerprintedComments } from "../../domain/fingerprint.ts";
import { sha256 } from "../../kernel/digest.ts";
import { toActor } from "./answers/actor.ts";
import { toCheckRuns } from "./answers/check.ts";
import { isOwn, type OwnTextAnswer, type SpokenAnswer } from "./answers/comment.ts";
import type { seenFields } from "./answers/pull-request.ts";
import type { JudgedAnswer } from "./answers/review.ts";
import type { HandActAnswer } from "./answers/timeline.ts";

type SeenFields = z.infer<z.ZodObject<typeof seenFields>>;
type Seen = SeenFields & { readonly comments: { readonly items: readonly OwnTextAnswer[]; readonly total: number } };

/** What people did, each list in GitHub's order. A pass knows the whole of each, a sweep the end. */
export interface SeenActs {
  readonly spoken: readonly SpokenAnswer[];
  readonly reviews: readonly JudgedAnswer[];
  readonly handActs: readonly HandActAnswer[];
}

/** As many as the sweep's query asks for: both must cut at the same place. */
const lastSpoken = 100;
const lastJudged = 50;

/** From the first query of a pass and from a sweep's page alike: both hold the same fields. */
export function fingerprintOf(seen: Seen, acts: SeenActs, selfLogin: string): Fingerprint {
  const own = seen.comments.items.slice(0, fingerprintedComments).filter((comment) => isOwn(comment, selfLogin));
  const others = <T extends SpokenAnswer | JudgedAnswer>(each: readonly T[]) => each.filter((one) => !isOwn(one, selfLogin));
  const judged = acts.reviews.slice(-lastJudged);
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
    acts: [
      ...others(acts.spoken.slice(-lastSpoken)).map((each) => `c${each.fullDatabaseId} ${each.lastEditedAt ?? ""}`),
      ...others(judged).map((each) => `r${each.fullDatabaseId} ${each.state} ${each.lastEditedAt ?? ""}`),
      ...acts.handActs.slice(-lastJudged).flatMap(({ id, actor }) => (toActor(actor).login === selfLogin ? [] : [id])),
    ],
    // A comment on a line brings an empty review of its own: those tell nothing, and nobody could foresee their ids.
    ownReviews: Object.fromEntries(
      judged
        .filter((each) => isOwn(each, selfLogin) && each.state !== "commented")
        .map((each) => [String(each.fullDatabaseId), each.state]),
    ),
    check: check === undefined ? null : { id: check.id, conclusion: check.conclusion, digest: check.digest },
  };
}

export function toState(state: "OPEN" | "CLOSED" | "MERGED"): "open" | "closed" | "merged" {
  return state === "OPEN" ? "open" : state === "MERGED" ? "merged" : "closed";
}

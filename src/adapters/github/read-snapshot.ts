import type { Actor, Snapshot } from "../../domain/snapshot.ts";
import { type Instant, instant } from "../../kernel/instant.ts";
import type { PullRequestReading, ReadScope } from "../../ports/github.ts";
import { toActor } from "./answers/actor.ts";
import { isOwn, toComment } from "./answers/comment.ts";
import type { PullRequestFields } from "./answers/pull-request.ts";
import { toOwnReviews, toOwnSuggestions, toReviews } from "./answers/review.ts";
import { isHandAct, toAssignmentEvents, toLabelEvents, toReviewRequestEvents } from "./answers/timeline.ts";
import { fingerprintOf, toState } from "./fingerprint-of.ts";
import { type RecentChanges, readChange } from "./read-change.ts";
import { readPullRequest } from "./read-pull-request.ts";
import type { RepositoryContext } from "./repository-context.ts";

/**
 * Two requests for a proposal, one when it has not moved since it was last read, one for any other pull request; one more for
 * one that edits the constitution.
 */
export async function readSnapshot(
  context: RepositoryContext,
  changes: RecentChanges,
  number: number,
  scope: ReadScope,
): Promise<PullRequestReading | null> {
  const takenAt = context.clock.now();
  const found = await readPullRequest(context, number, scope.governanceFolder);
  if (found === null) return null;
  const { fields, repository } = found;
  const commits = { base: fields.baseRefOid, head: fields.headRefOid };
  const { files, texts, governanceAtHead } = await readChange(context, changes, number, found.files, commits, scope);
  const acts = { spoken: found.comments, reviews: found.reviews, handActs: found.timeline.filter(isHandAct) };
  const requested = fields.reviewRequests.flatMap(({ requestedReviewer }) => requestedReviewer ?? []);
  const snapshot: Snapshot = {
    takenAt,
    self: context.self,
    repository: {
      id: repository.id,
      owner: context.owner,
      name: context.name,
      defaultBranch: repository.defaultBranch,
      defaultCommit: repository.defaultCommit,
      labels: repository.labels,
    },
    pullRequest: {
      number: fields.number,
      url: fields.url,
      title: fields.title,
      state: toState(fields.state),
      draft: fields.isDraft,
      locked: fields.locked,
      author: toActor(fields.author),
      createdAt: instant(fields.createdAt),
      closedAt: toInstant(fields.closedAt),
      closedBy: closedBy(fields),
      mergedAt: toInstant(fields.mergedAt),
      headRef: fields.headRefName,
      headIsHere: !fields.isCrossRepository && fields.headRef !== null,
      baseRef: fields.baseRefName,
      baseSha: fields.baseRefOid,
      headSha: fields.headRefOid,
      labels: fields.labels.map(({ name }) => name).sort(),
      assignees: fields.assignees.map(({ login, databaseId }) => ({ id: databaseId ?? null, login, bot: false })),
      requestedUsers: requested.flatMap(({ name, team }) => (team ? [] : [name])).sort(),
      requestedTeams: requested.flatMap(({ name, team }) => (team ? [name] : [])).sort(),
      files: files.toSorted((left, right) => (left.path < right.path ? -1 : 1)),
      filesTruncated: found.files.length < fields.files.total,
      ownComments: found.comments
        .filter((comment) => isOwn(comment, context.self.login) && comment.body.includes(ownMarker))
        .map(toComment)
        .sort((left, right) => left.id - right.id),
      conversation: found.comments
        .filter((comment) => !isOwn(comment, context.self.login))
        .map(toComment)
        .sort((left, right) => left.id - right.id),
      reviews: toReviews(found.reviews, context.self.login),
      ownReviews: toOwnReviews(found.reviews, context.self.login),
      ownSuggestions: toOwnSuggestions(found.threads, context.self.login, ownMarker),
      assignmentEvents: toAssignmentEvents(found.timeline),
      labelEvents: toLabelEvents(found.timeline),
      reviewRequestEvents: toReviewRequestEvents(found.timeline),
    },
    folder: texts.folder,
    texts: texts.pairs,
    headFiles: texts.headFiles,
    governanceAtHead,
    checks: found.checks,
  };
  return { snapshot, governanceTreeId: repository.governanceTreeId, fingerprint: fingerprintOf(fields, acts, context.self.login) };
}

function closedBy(fields: PullRequestFields): Actor | null {
  if (fields.state === "OPEN") return null;
  const actor = fields.mergedBy ?? fields.closings.at(-1)?.actor ?? null;
  return actor === null ? null : toActor(actor);
}

function toInstant(at: string | null): Instant | null {
  return at === null ? null : instant(at);
}

/** Begins every marker in the App's comments (src/domain/status-marker.ts); what people write is left out by its author before. */
const ownMarker = "<!-- steward:";

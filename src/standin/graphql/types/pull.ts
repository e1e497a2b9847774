import { timestampOrNull } from "../../clock.ts";
import { comparePull, countChanges } from "../../facts/comparison.ts";
import { askMergeability, latestOpinions } from "../../facts/merge-state.ts";
import { type FileChange, patchOf } from "../../git/index.ts";
import type { Account, Pull, Repository, Team } from "../../store/index.ts";
import { nodeId } from "../../view/index.ts";
import { connect, inOrder, type PageArgs } from "../connection.ts";
import { canView, type GraphqlContext } from "../context.ts";
import { findObject } from "../revision.ts";
import { connectionSdl, type Fields, type TypeModule } from "../type-module.ts";
import { actor, reviewer } from "./actor.ts";
import type { RefThing } from "./git-object.ts";
import { issueFields, issueSdl } from "./issue.ts";
import { queueEntryOf } from "./merge-queue.ts";
import { commitsOf } from "./pull-commit.ts";
import { latestOpinionatedReviews, type ReviewArgs, reviewsOf } from "./review.ts";
import { threadsOf } from "./review-thread.ts";
import { type TimelineArgs, timelineOf } from "./timeline.ts";

/** What GitHub lists at most of one pull request. */
const mostFiles = 3_000;

interface ChangedFile {
  readonly pull: Pull;
  readonly change: FileChange;
}

interface ReviewRequest {
  readonly pull: Pull;
  readonly whom: Account | Team;
}

/** The fields of its issue side, asked of the pull request. */
function ofIssue(): Fields<Pull> {
  return Object.fromEntries(
    Object.entries(issueFields).map(([name, resolve]) => [
      name,
      ({ issue }: Pull, args: never, context: GraphqlContext) => resolve(issue, args, context),
    ]),
  );
}

const pullFields: Fields<Pull> = {
  ...ofIssue(),
  id: ({ id }) => nodeId("PullRequest", id),
  databaseId: ({ id }) => id,
  fullDatabaseId: ({ id }) => String(id),
  isDraft: ({ draft }) => draft,
  merged: ({ merged }) => merged !== null,
  mergedAt: ({ merged }) => timestampOrNull(merged?.at ?? null),
  mergedBy: ({ merged }) => merged && actor(merged.by),
  mergeCommit: ({ issue, merged }) => merged && findObject(issue.repository, merged.commit, ""),
  mergeable: mergeableState,
  baseRefName: ({ baseRef }) => baseRef,
  baseRefOid: ({ baseSha }) => baseSha,
  baseRef: ({ issue, baseRef }) => refOf(issue.repository, baseRef),
  baseRepository: ({ issue }) => issue.repository,
  headRefName: ({ headRef }) => headRef,
  headRefOid: ({ headSha }) => headSha,
  headRef: ({ headRepository, headRef }) => headRepository && refOf(headRepository, headRef),
  headRepository: ({ headRepository }, _, context) => (headRepository && canView(context, headRepository) ? headRepository : null),
  headRepositoryOwner: ({ headOwner }) => actor(headOwner),
  isCrossRepository: ({ headRepository, issue }) => headRepository !== issue.repository,
  maintainerCanModify: ({ maintainerCanModify }) => maintainerCanModify,
  additions: (pull) => countChanges(pull).additions,
  deletions: (pull) => countChanges(pull).deletions,
  changedFiles: (pull) => comparePull(pull).files.length,
  files: (pull, page: PageArgs) =>
    connect(
      inOrder(
        comparePull(pull)
          .files.slice(0, mostFiles)
          .map((change): ChangedFile => ({ pull, change })),
      ),
      page,
    ),
  commits: (pull, page: PageArgs) => connect(inOrder(commitsOf(pull)), page),
  reviewRequests(pull, page: PageArgs) {
    const asked = [...pull.requestedUsers, ...pull.requestedTeams];
    return connect(inOrder(asked.map((whom): ReviewRequest => ({ pull, whom }))), page);
  },
  reviewThreads: (pull, page: PageArgs) => threadsOf(pull, page),
  isInMergeQueue: (pull) => queueEntryOf(pull) !== null,
  mergeQueueEntry: queueEntryOf,
  reviews: (pull, args: ReviewArgs, context) => reviewsOf(pull, args, context),
  latestOpinionatedReviews: (pull, page: PageArgs) => latestOpinionatedReviews(pull, page),
  reviewDecision,
  timelineItems: (pull, args: TimelineArgs, context) => timelineOf(pull, args, context),
};

function mergeableState(pull: Pull): "UNKNOWN" | "MERGEABLE" | "CONFLICTING" {
  const mergeable = pull.merged ? null : askMergeability(pull);
  return mergeable === null ? "UNKNOWN" : mergeable ? "MERGEABLE" : "CONFLICTING";
}

/** Null where the base branch asks for no approval. */
function reviewDecision(pull: Pull): "APPROVED" | "CHANGES_REQUESTED" | "REVIEW_REQUIRED" | null {
  const needed = pull.issue.repository.protections.get(pull.baseRef)?.requiredApprovals ?? 0;
  if (needed === 0) return null;
  const opinions = latestOpinions(pull.reviews);
  if (opinions.some(({ state }) => state === "CHANGES_REQUESTED")) return "CHANGES_REQUESTED";
  return opinions.filter(({ state }) => state === "APPROVED").length >= needed ? "APPROVED" : "REVIEW_REQUIRED";
}

function refOf(repository: Repository, branch: string): RefThing | null {
  const ref = `refs/heads/${branch}`;
  return repository.refs.has(ref) ? { repository, ref } : null;
}

const changeTypes = { added: "ADDED", removed: "DELETED", modified: "MODIFIED", renamed: "RENAMED", changed: "CHANGED" } as const;

const fileFields: Fields<ChangedFile> = {
  path: ({ change }) => change.path,
  changeType: ({ change }) => changeTypes[change.status],
  additions: ({ pull, change }) => patchOf(pull.issue.repository.objects, change).additions,
  deletions: ({ pull, change }) => patchOf(pull.issue.repository.objects, change).deletions,
};

const requestFields: Fields<ReviewRequest> = {
  asCodeOwner: () => false,
  pullRequest: ({ pull }) => pull,
  requestedReviewer: ({ whom }, _, context) => reviewer(whom, context),
};

const pages = "after: String, before: String, first: Int, last: Int";

export const pullTypes: TypeModule = {
  sdl: /* GraphQL */ `
  type PullRequest implements Node { ${issueSdl}
    additions: Int!
    baseRef: Ref
    baseRefName: String!
    baseRefOid: GitObjectID!
    baseRepository: Repository
    changedFiles: Int!
    commits(${pages}): PullRequestCommitConnection!
    deletions: Int!
    files(${pages}): PullRequestChangedFileConnection
    headRef: Ref
    headRefName: String!
    headRefOid: GitObjectID!
    headRepository: Repository
    headRepositoryOwner: RepositoryOwner
    isCrossRepository: Boolean!
    isDraft: Boolean!
    isInMergeQueue: Boolean!
    latestOpinionatedReviews(${pages}): PullRequestReviewConnection
    maintainerCanModify: Boolean!
    mergeCommit: Commit
    mergeQueueEntry: MergeQueueEntry
    mergeable: MergeableState!
    merged: Boolean!
    mergedAt: DateTime
    mergedBy: Actor
    reviewDecision: PullRequestReviewDecision
    reviewRequests(${pages}): ReviewRequestConnection
    reviewThreads(${pages}): PullRequestReviewThreadConnection!
    reviews(${pages}, author: String, states: [PullRequestReviewState!]): PullRequestReviewConnection
    state: PullRequestState!
    timelineItems(${pages}, itemTypes: [PullRequestTimelineItemsItemType!], since: DateTime, skip: Int): PullRequestTimelineItemsConnection!
  }
  enum PullRequestState { CLOSED MERGED OPEN }
  enum MergeableState { CONFLICTING MERGEABLE UNKNOWN }
  enum PullRequestReviewDecision { APPROVED CHANGES_REQUESTED REVIEW_REQUIRED }
  type PullRequestChangedFile { additions: Int! changeType: PatchStatus! deletions: Int! path: String! }
  enum PatchStatus { ADDED CHANGED COPIED DELETED MODIFIED RENAMED }
  type ReviewRequest { asCodeOwner: Boolean! pullRequest: PullRequest! requestedReviewer: RequestedReviewer }
  ${connectionSdl("PullRequestConnection", "PullRequest")}
  ${connectionSdl("PullRequestChangedFileConnection", "PullRequestChangedFile")}
  ${connectionSdl("ReviewRequestConnection", "ReviewRequest")}`,
  types: { PullRequest: pullFields, PullRequestChangedFile: fileFields, ReviewRequest: requestFields },
};

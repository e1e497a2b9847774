import { associationOf } from "../../access/association.ts";
import { timestamp, timestampOrNull } from "../../clock.ts";
import { diffHunk, isOutdated } from "../../facts/review-line.ts";
import type { Pull, Review, ReviewComment } from "../../store/index.ts";
import { issuePage, nodeId } from "../../view/index.ts";
import { byId, connect, type PageArgs } from "../connection.ts";
import { viewerOf } from "../context.ts";
import { findObject } from "../revision.ts";
import { connectionSdl, type Fields, type TypeModule } from "../type-module.ts";
import { actor } from "./actor.ts";

/** A thread goes by the comment that began it. */
export function threadsOf(pull: Pull, page: PageArgs) {
  return connect(byId(pull.reviewComments.filter(({ replyTo }) => replyTo === null)), page);
}

export function reviewCommentsOf(review: Review, page: PageArgs) {
  return connect(byId(review.pull.reviewComments.filter((comment) => comment.review === review)), page);
}

const threadFields: Fields<ReviewComment> = {
  id: ({ id }) => nodeId("PullRequestReviewThread", id),
  comments: (first, page: PageArgs) =>
    connect(byId(first.review.pull.reviewComments.filter((comment) => comment === first || comment.replyTo === first)), page),
  diffSide: ({ side }) => side,
  isOutdated,
  isResolved: () => false,
  line: (first) => (isOutdated(first) ? null : first.line),
  originalLine: ({ line }) => line,
  path: ({ path }) => path,
  pullRequest: ({ review }) => review.pull,
};

const commentFields: Fields<ReviewComment> = {
  id: ({ id }) => nodeId("PullRequestReviewComment", id),
  fullDatabaseId: ({ id }) => String(id),
  author: ({ author }) => actor(author),
  authorAssociation: ({ review, author }, _, { hub }) => associationOf(hub, review.pull.issue.repository, author),
  body: ({ body }) => body,
  commit: ({ review, commit }) => findObject(review.pull.issue.repository, commit, ""),
  createdAt: ({ createdAt }) => timestamp(createdAt),
  diffHunk,
  editor: ({ lastEdit }) => lastEdit && actor(lastEdit.by),
  lastEditedAt: ({ lastEdit }) => timestampOrNull(lastEdit?.at ?? null),
  line: (comment) => (isOutdated(comment) ? null : comment.line),
  originalLine: ({ line }) => line,
  outdated: isOutdated,
  path: ({ path }) => path,
  pullRequest: ({ review }) => review.pull,
  pullRequestReview: ({ review }) => review,
  replyTo: ({ replyTo }) => replyTo,
  updatedAt: ({ updatedAt }) => timestamp(updatedAt),
  url: ({ review, id }, _, { hub }) => `${issuePage(hub, review.pull.issue)}#discussion_r${id}`,
  viewerDidAuthor: ({ author }, _, context) => author === viewerOf(context),
};

const pages = "after: String, before: String, first: Int, last: Int";

export const reviewThreadTypes: TypeModule = {
  sdl: /* GraphQL */ `
  type PullRequestReviewThread implements Node {
    comments(${pages}): PullRequestReviewCommentConnection!
    diffSide: DiffSide!
    id: ID!
    isOutdated: Boolean!
    isResolved: Boolean!
    line: Int
    originalLine: Int
    path: String!
    pullRequest: PullRequest!
  }
  enum DiffSide { LEFT RIGHT }
  type PullRequestReviewComment implements Node {
    author: Actor
    authorAssociation: CommentAuthorAssociation!
    body: String!
    commit: Commit
    createdAt: DateTime!
    diffHunk: String!
    editor: Actor
    fullDatabaseId: BigInt
    id: ID!
    lastEditedAt: DateTime
    line: Int
    originalLine: Int
    outdated: Boolean!
    path: String!
    pullRequest: PullRequest!
    pullRequestReview: PullRequestReview
    replyTo: PullRequestReviewComment
    updatedAt: DateTime!
    url: URI!
    viewerDidAuthor: Boolean!
  }
  ${connectionSdl("PullRequestReviewThreadConnection", "PullRequestReviewThread")}
  ${connectionSdl("PullRequestReviewCommentConnection", "PullRequestReviewComment")}`,
  types: { PullRequestReviewThread: threadFields, PullRequestReviewComment: commentFields },
};

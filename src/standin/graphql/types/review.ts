import { associationOf } from "../../access/association.ts";
import { timestamp, timestampOrNull } from "../../clock.ts";
import { latestOpinions } from "../../facts/merge-state.ts";
import type { Pull, Review, ReviewState } from "../../store/index.ts";
import { issuePage, nodeId } from "../../view/index.ts";
import { byId, connect, type PageArgs } from "../connection.ts";
import { type GraphqlContext, requireRead, viewerOf } from "../context.ts";
import { findObject } from "../revision.ts";
import { connectionSdl, type Fields, type TypeModule } from "../type-module.ts";
import { actor } from "./actor.ts";
import { reviewCommentsOf } from "./review-thread.ts";

export interface ReviewArgs extends PageArgs {
  readonly author?: string | null;
  readonly states?: readonly ReviewState[] | null;
}

/** Reviews as the reader sees them: a pending one is its author's alone. */
export function visibleReviews(pull: Pull, context: GraphqlContext): Review[] {
  const viewer = viewerOf(context);
  return pull.reviews.filter(({ state, author }) => state !== "PENDING" || author === viewer);
}

export function reviewsOf(pull: Pull, { author, states, ...page }: ReviewArgs, context: GraphqlContext) {
  const chosen = visibleReviews(pull, context).filter(
    (review) =>
      (author == null || review.author.login.toLowerCase() === author.toLowerCase()) && (!states || states.includes(review.state)),
  );
  return connect(byId(chosen), page);
}

export function latestOpinionatedReviews(pull: Pull, page: PageArgs) {
  return connect(byId(latestOpinions(pull.reviews)), page);
}

const reviewFields: Fields<Review> = {
  id: ({ id }) => nodeId("PullRequestReview", id),
  databaseId: ({ id }) => id,
  fullDatabaseId: ({ id }) => String(id),
  state: ({ state }) => state,
  body: ({ body }) => body,
  author: ({ author }) => actor(author),
  authorAssociation: ({ pull, author }, _, { hub }) => associationOf(hub, pull.issue.repository, author),
  viewerDidAuthor: ({ author }, _, context) => author === viewerOf(context),
  commit({ pull, commit }, _, context) {
    requireRead(context, pull.issue.repository, "contents", "pull_requests");
    return findObject(pull.issue.repository, commit, "");
  },
  comments: (review, page: PageArgs) => reviewCommentsOf(review, page),
  createdAt: ({ createdAt }) => timestamp(createdAt),
  updatedAt: ({ createdAt, submittedAt, lastEditedAt }) => timestamp(lastEditedAt ?? submittedAt ?? createdAt),
  submittedAt: ({ submittedAt }) => timestampOrNull(submittedAt),
  lastEditedAt: ({ lastEditedAt }) => timestampOrNull(lastEditedAt),
  pullRequest: ({ pull }) => pull,
  url: ({ pull, id }, _, { hub }) => `${issuePage(hub, pull.issue)}#pullrequestreview-${id}`,
};

export const reviewTypes: TypeModule = {
  sdl: /* GraphQL */ `
  type PullRequestReview implements Node {
    author: Actor
    authorAssociation: CommentAuthorAssociation!
    body: String!
    comments(after: String, before: String, first: Int, last: Int): PullRequestReviewCommentConnection!
    commit: Commit
    createdAt: DateTime!
    databaseId: Int
    fullDatabaseId: BigInt
    id: ID!
    lastEditedAt: DateTime
    pullRequest: PullRequest!
    state: PullRequestReviewState!
    submittedAt: DateTime
    updatedAt: DateTime!
    url: URI!
    viewerDidAuthor: Boolean!
  }
  enum PullRequestReviewState { APPROVED CHANGES_REQUESTED COMMENTED DISMISSED PENDING }
  ${connectionSdl("PullRequestReviewConnection", "PullRequestReview")}`,
  types: { PullRequestReview: reviewFields },
};

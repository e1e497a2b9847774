import { isShown } from "../facts/review-line.ts";
import { Fail, invalid } from "../fail.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Pull, ReviewComment } from "../store/index.ts";
import * as view from "../view/index.ts";
import { announce } from "./announce.ts";
import { longestBody } from "./issues.ts";
import { reviewByComment } from "./reviews.ts";

export interface NewReviewComment {
  readonly body: string;
  readonly path: string;
  readonly line: number;
  readonly startLine: number | null;
  readonly side: "LEFT" | "RIGHT";
  readonly commit: string;
}

/** A comment on a line that the difference shows; 422 for any other. */
export function createReviewComment(hub: Hub, actor: Actor, pull: Pull, wanted: NewReviewComment): ReviewComment {
  if (!pull.issue.repository.objects.commit(wanted.commit)) {
    throw invalid({
      resource: "PullRequestReviewComment",
      code: "custom",
      field: "commit_id",
      message: "commit_id is not part of the pull request",
    });
  }
  if (!isShown(pull, wanted.path, wanted.line, wanted.side)) {
    throw invalid({
      resource: "PullRequestReviewComment",
      code: "custom",
      field: "pull_request_review_thread.line",
      message: "pull_request_review_thread.line must be part of the diff",
    });
  }
  return add(hub, actor, pull, wanted, null);
}

export function replyToReviewComment(hub: Hub, actor: Actor, first: ReviewComment, body: string): ReviewComment {
  const { path, line, startLine, side, commit } = first;
  return add(hub, actor, first.review.pull, { body, path, line, startLine, side, commit }, first.replyTo ?? first);
}

export function editReviewComment(hub: Hub, actor: Actor, comment: ReviewComment, body: string): void {
  checkBody(body);
  if (body === comment.body) return;
  const from = comment.body;
  const now = hub.clock.milliseconds();
  comment.body = body;
  comment.updatedAt = now;
  comment.lastEdit = { at: now, by: actor.account };
  announceReviewComment(hub, actor, comment, "edited", { changes: { body: { from } } });
}

export function deleteReviewComment(hub: Hub, actor: Actor, comment: ReviewComment): void {
  const { reviewComments } = comment.review.pull;
  reviewComments.splice(reviewComments.indexOf(comment), 1);
  announceReviewComment(hub, actor, comment, "deleted");
}

function add(hub: Hub, actor: Actor, pull: Pull, wanted: NewReviewComment, replyTo: ReviewComment | null): ReviewComment {
  checkBody(wanted.body);
  const now = hub.clock.milliseconds();
  const comment: ReviewComment = {
    ...wanted,
    id: hub.store.nextId(),
    review: reviewByComment(hub, actor, pull, wanted.commit),
    author: actor.account,
    via: actor.via,
    replyTo,
    createdAt: now,
    updatedAt: now,
    lastEdit: null,
  };
  pull.reviewComments.push(comment);
  announceReviewComment(hub, actor, comment, "created");
  return comment;
}

function announceReviewComment(hub: Hub, actor: Actor, comment: ReviewComment, action: string, more: object = {}): void {
  const { pull } = comment.review;
  announce(hub, actor, pull.issue.repository, "pull_request_review_comment", action, () => ({
    comment: view.reviewComment(hub, comment),
    pull_request: view.pullInList(hub, pull),
    ...more,
  }));
}

function checkBody(body: string): void {
  if (body.trim() === "" || body.length > longestBody) {
    throw new Fail(422, "Validation Failed", { errors: [{ resource: "PullRequestReviewComment", code: "invalid", field: "body" }] });
  }
}

import { requireRole } from "../access/authorize.ts";
import type { Caller } from "../access/caller.ts";
import { createReviewComment, deleteReviewComment, editReviewComment, replyToReviewComment } from "../acts/review-comments.ts";
import { notFound } from "../fail.ts";
import { operation } from "../http/operation.ts";
import type { Hub } from "../hub.ts";
import type { Repository, ReviewComment } from "../store/index.ts";
import * as view from "../view/index.ts";
import { checkLock } from "./comments.ts";
import { findPull } from "./find.ts";

const all = "/repos/{owner}/{repo}/pulls/{pull_number}/comments";
const one = "/repos/{owner}/{repo}/pulls/comments/{comment_id}";

export const reviewCommentOperations = [
  operation("pulls/list-review-comments", { on: `GET ${all}`, needs: ["pull_requests:read"] }, ({ hub, repository, path, page }) =>
    page(findPull(repository, path.pull_number).reviewComments).map((comment) => view.reviewComment(hub, comment)),
  ),

  operation("pulls/get-review-comment", { on: `GET ${one}`, needs: ["pull_requests:read"] }, ({ hub, repository, path }) =>
    view.reviewComment(hub, findReviewComment(repository, path.comment_id)),
  ),

  operation("pulls/create-review-comment", { on: `POST ${all}`, status: 201, needs: ["pull_requests:write"] }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    const pull = findPull(repository, path.pull_number);
    checkLock(hub, caller, pull.issue);
    const comment = createReviewComment(hub, actor, pull, {
      body: body.text("body"),
      path: body.text("path"),
      line: body.integer("line") ?? 0,
      startLine: body.integer("start_line") ?? null,
      side: body.choice("side", ["LEFT", "RIGHT"]) ?? "RIGHT",
      commit: body.text("commit_id"),
    });
    return view.reviewComment(hub, comment);
  }),

  operation(
    "pulls/create-reply-for-review-comment",
    { on: `POST ${all}/{comment_id}/replies`, status: 201, needs: ["pull_requests:write"] },
    ({ hub, caller, actor, repository, path, body }) => {
      checkLock(hub, caller, findPull(repository, path.pull_number).issue);
      return view.reviewComment(hub, replyToReviewComment(hub, actor, findReviewComment(repository, path.comment_id), body.text("body")));
    },
  ),

  operation("pulls/update-review-comment", { on: `PATCH ${one}`, needs: ["pull_requests:write"] }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    const comment = findReviewComment(repository, path.comment_id);
    checkAuthor(hub, caller, comment);
    editReviewComment(hub, actor, comment, body.text("body"));
    return view.reviewComment(hub, comment);
  }),

  operation("pulls/delete-review-comment", { on: `DELETE ${one}`, status: 204, needs: ["pull_requests:write"] }, (context) => {
    const { hub, caller, actor, repository, path } = context;
    const comment = findReviewComment(repository, path.comment_id);
    checkAuthor(hub, caller, comment);
    deleteReviewComment(hub, actor, comment);
    return undefined;
  }),
];

function findReviewComment(repository: Repository, id: number): ReviewComment {
  for (const { pull } of repository.issues.values()) {
    const comment = pull?.reviewComments.find((each) => each.id === id);
    if (comment) return comment;
  }
  throw notFound();
}

function checkAuthor(hub: Hub, caller: Caller, comment: ReviewComment): void {
  if (caller.kind === "user" && caller.account === comment.author) return;
  requireRole(hub, caller, comment.review.pull.issue.repository, "write");
}

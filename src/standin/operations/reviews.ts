import { requireRole } from "../access/authorize.ts";
import { createReview, dismissReview, editReview, submitReview } from "../acts/reviews.ts";
import { forbidden, notFound } from "../fail.ts";
import { operation } from "../http/operation.ts";
import type { Account, Pull, Review } from "../store/index.ts";
import * as view from "../view/index.ts";
import { checkLock } from "./comments.ts";
import { findPull } from "./find.ts";

const all = "/repos/{owner}/{repo}/pulls/{pull_number}/reviews";
const verdicts = ["APPROVE", "REQUEST_CHANGES", "COMMENT"] as const;

export const reviewOperations = [
  operation("pulls/list-reviews", { on: `GET ${all}`, needs: ["pull_requests:read"] }, ({ hub, caller, repository, path, page }) => {
    const reader = caller.kind === "user" ? caller.account : null;
    const reviews = findPull(repository, path.pull_number).reviews.filter((review) => isVisible(review, reader));
    return page(reviews).map((review) => view.review(hub, review));
  }),

  operation("pulls/get-review", { on: `GET ${all}/{review_id}`, needs: ["pull_requests:read"] }, ({ hub, repository, path }) =>
    view.review(hub, findReview(findPull(repository, path.pull_number), path.review_id)),
  ),

  operation("pulls/create-review", { on: `POST ${all}`, needs: ["pull_requests:write"] }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    const pull = findPull(repository, path.pull_number);
    checkLock(hub, caller, pull.issue);
    const review = createReview(hub, actor, pull, {
      verdict: body.choice("event", verdicts) ?? null,
      body: body.optionalText("body") ?? "",
      commit: body.optionalText("commit_id") ?? pull.headSha,
    });
    return view.review(hub, review);
  }),

  operation("pulls/submit-review", { on: `POST ${all}/{review_id}/events`, needs: ["pull_requests:write"] }, (context) => {
    const { hub, actor, repository, path, body } = context;
    const review = findReview(findPull(repository, path.pull_number), path.review_id);
    if (review.author !== actor.account || review.state !== "PENDING") throw notFound();
    submitReview(hub, actor, review, body.choice("event", verdicts) ?? "COMMENT", body.optionalText("body") ?? review.body);
    return view.review(hub, review);
  }),

  operation("pulls/update-review", { on: `PUT ${all}/{review_id}`, needs: ["pull_requests:write"] }, (context) => {
    const { hub, actor, repository, path, body } = context;
    const review = findReview(findPull(repository, path.pull_number), path.review_id);
    if (review.author !== actor.account) throw forbidden("Must have admin rights to Repository.");
    editReview(hub, actor, review, body.text("body"));
    return view.review(hub, review);
  }),

  operation("pulls/dismiss-review", { on: `PUT ${all}/{review_id}/dismissals`, needs: ["pull_requests:write"] }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    const pull = findPull(repository, path.pull_number);
    // On a protected branch only administrators dismiss.
    requireRole(hub, caller, repository, repository.protections.has(pull.baseRef) ? "admin" : "write");
    const review = findReview(pull, path.review_id);
    dismissReview(hub, actor, review, body.text("message"));
    return view.review(hub, review);
  }),
];

function findReview(pull: Pull, id: number): Review {
  const review = pull.reviews.find((entry) => entry.id === id);
  if (!review) throw notFound();
  return review;
}

function isVisible(review: Review, reader: Account | null): boolean {
  return review.state !== "PENDING" || review.author === reader;
}

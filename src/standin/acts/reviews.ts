import { Fail } from "../fail.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Pull, Review, ReviewState } from "../store/index.ts";
import * as view from "../view/index.ts";
import { review as reviewView } from "../view/index.ts";
import { announce } from "./announce.ts";
import { recordEvent } from "./record-event.ts";

export type ReviewVerdict = "APPROVE" | "REQUEST_CHANGES" | "COMMENT";

const states = { APPROVE: "APPROVED", REQUEST_CHANGES: "CHANGES_REQUESTED", COMMENT: "COMMENTED" } as const satisfies Record<
  ReviewVerdict,
  ReviewState
>;

/** Starts a review; without a verdict it stays pending, seen by its author only. */
export function createReview(
  hub: Hub,
  actor: Actor,
  pull: Pull,
  wanted: { verdict: ReviewVerdict | null; body: string; commit: string },
): Review {
  if (pull.reviews.some((review) => review.author === actor.account && review.state === "PENDING")) {
    throw new Fail(422, "Unprocessable Entity", { errors: ["User can only have one pending review per pull request"] });
  }
  const review: Review = {
    id: hub.store.nextId(),
    pull,
    author: actor.account,
    via: actor.via,
    body: wanted.body,
    state: "PENDING",
    commit: wanted.commit,
    createdAt: hub.clock.milliseconds(),
    submittedAt: null,
    lastEditedAt: null,
  };
  if (wanted.verdict) checkVerdict(review, wanted.verdict, wanted.body);
  pull.reviews.push(review);
  if (wanted.verdict) submitReview(hub, actor, review, wanted.verdict, wanted.body);
  return review;
}

export function submitReview(hub: Hub, actor: Actor, review: Review, verdict: ReviewVerdict, body: string): void {
  checkVerdict(review, verdict, body);
  const { pull } = review;
  review.body = body;
  review.state = states[verdict];
  review.submittedAt = hub.clock.milliseconds();
  pull.issue.updatedAt = review.submittedAt;
  pull.requestedUsers.delete(actor.account);
  announceReview(hub, actor, review, "submitted");
}

/** A comment on a line comes with a review of its own, without a text. */
export function reviewByComment(hub: Hub, actor: Actor, pull: Pull, commit: string): Review {
  const now = hub.clock.milliseconds();
  const review: Review = {
    id: hub.store.nextId(),
    pull,
    author: actor.account,
    via: actor.via,
    body: "",
    state: "COMMENTED",
    commit,
    createdAt: now,
    submittedAt: now,
    lastEditedAt: null,
  };
  pull.reviews.push(review);
  pull.issue.updatedAt = now;
  announceReview(hub, actor, review, "submitted");
  return review;
}

/** Changes the text alone; the verdict stays. */
export function editReview(hub: Hub, actor: Actor, review: Review, body: string): void {
  if (body === review.body) return;
  const from = review.body;
  review.body = body;
  if (review.state === "PENDING") return;
  review.lastEditedAt = hub.clock.milliseconds();
  review.pull.issue.updatedAt = review.lastEditedAt;
  announceReview(hub, actor, review, "edited", { changes: from === "" ? {} : { body: { from } } });
}

export function dismissReview(hub: Hub, actor: Actor, review: Review, message: string): void {
  if (review.state !== "APPROVED" && review.state !== "CHANGES_REQUESTED") {
    throw new Fail(422, "Can not dismiss a review that is not approved or requesting changes", {
      errors: ["Can not dismiss a commented pull request review"],
    });
  }
  const was = review.state;
  review.state = "DISMISSED";
  recordEvent(hub, actor, review.pull.issue, { kind: "review_dismissed", reviewId: review.id, message, was });
  announceReview(hub, actor, review, "dismissed");
}

function checkVerdict(review: Review, verdict: ReviewVerdict, body: string): void {
  if (review.author === review.pull.issue.author && verdict !== "COMMENT") {
    const what = verdict === "APPROVE" ? "approve" : "request changes on";
    throw new Fail(422, "Unprocessable Entity", { errors: [`Can not ${what} your own pull request`] });
  }
  if (verdict !== "APPROVE" && body.trim() === "") {
    throw new Fail(422, "Unprocessable Entity", { errors: ["Body can't be blank"] });
  }
}

function announceReview(hub: Hub, actor: Actor, review: Review, action: string, more: object = {}): void {
  announce(hub, actor, review.pull.issue.repository, "pull_request_review", action, () => ({
    review: { ...reviewView(hub, review), state: review.state.toLowerCase() },
    pull_request: view.pullInList(hub, review.pull),
    ...more,
  }));
}

import { timestamp } from "../../clock.ts";
import type { Comment, IssueEvent, IssueEventKind, Pull, Review } from "../../store/index.ts";
import { nodeId } from "../../view/index.ts";
import { connect, orderedBy, type PageArgs, type Place } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import { findObject } from "../revision.ts";
import { connectionSdl, type Fields, type TypeModule } from "../type-module.ts";
import { actor, reviewer } from "./actor.ts";
import { labelThing } from "./label.ts";
import { commitsOf, type PullCommit } from "./pull-commit.ts";
import { visibleReviews } from "./review.ts";

export interface TimelineArgs extends PageArgs {
  readonly itemTypes?: readonly string[] | null;
  readonly since?: string | null;
  readonly skip?: number | null;
}

type TimelineThing = IssueEvent | Comment | Review | PullCommit;

const eventTypes: Readonly<Record<IssueEventKind, string>> = {
  labeled: "LabeledEvent",
  unlabeled: "UnlabeledEvent",
  assigned: "AssignedEvent",
  unassigned: "UnassignedEvent",
  review_requested: "ReviewRequestedEvent",
  review_request_removed: "ReviewRequestRemovedEvent",
  renamed: "RenamedTitleEvent",
  closed: "ClosedEvent",
  merged: "MergedEvent",
  head_ref_force_pushed: "HeadRefForcePushedEvent",
  base_ref_changed: "BaseRefChangedEvent",
  locked: "LockedEvent",
  comment_deleted: "CommentDeletedEvent",
  added_to_merge_queue: "AddedToMergeQueueEvent",
  removed_from_merge_queue: "RemovedFromMergeQueueEvent",
  review_dismissed: "ReviewDismissedEvent",
  reopened: "ReopenedEvent",
  unlocked: "UnlockedEvent",
  convert_to_draft: "ConvertToDraftEvent",
  ready_for_review: "ReadyForReviewEvent",
  head_ref_deleted: "HeadRefDeletedEvent",
  head_ref_restored: "HeadRefRestoredEvent",
};

/** The timeline of a pull request, oldest first, cut down to the types that were asked for. */
export function timelineOf(pull: Pull, args: TimelineArgs, context: GraphqlContext) {
  const { itemTypes, since, skip, ...page } = args;
  const { issue } = pull;
  const submitted = visibleReviews(pull, context).filter(({ submittedAt }) => submittedAt !== null);
  const places = new Map<TimelineThing, Place>([
    ...commitsOf(pull).map((commit, index) => [commit, [commitTime(commit), index]] as const),
    ...issue.events.map((event) => [event, [event.at, event.id]] as const),
    ...[...issue.comments.values()].map((comment) => [comment, [comment.createdAt, comment.id]] as const),
    ...submitted.map((review) => [review, [review.submittedAt ?? review.createdAt, review.id]] as const),
  ]);
  const placeOf = (thing: TimelineThing) => places.get(thing) ?? [];
  const wanted = itemTypes && new Set(itemTypes);
  const from = since ? Date.parse(since) : Number.NEGATIVE_INFINITY;
  const chosen = [...places].filter(([thing, [at = 0]]) => (!wanted || wanted.has(enumName(typeOf(thing)))) && Number(at) >= from);
  const sorted = orderedBy(
    chosen.map(([thing]) => thing),
    placeOf,
    "ASC",
  );
  return connect({ ...sorted, items: sorted.items.slice(skip ?? 0) }, page);
}

function typeOf(thing: TimelineThing): string {
  if ("kind" in thing) return eventTypes[thing.kind];
  if ("oid" in thing) return "PullRequestCommit";
  return "submittedAt" in thing ? "PullRequestReview" : "IssueComment";
}

function commitTime({ pull, oid }: PullCommit): number {
  return pull.issue.repository.objects.knownCommit(oid).committer.seconds * 1_000;
}

/** `LabeledEvent` as the argument names it: `LABELED_EVENT`. */
function enumName(type: string): string {
  return type.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

type Detail<K extends IssueEventKind> = IssueEvent & { readonly kind: K };

const eventFields: Fields<IssueEvent> = {
  id: ({ id }) => nodeId("IssueEvent", id),
  actor: (event) => actor(event.actor),
  createdAt: ({ at }) => timestamp(at),
};

const onPull: Fields<IssueEvent> = { ...eventFields, pullRequest: ({ issue }) => issue.pull };

const labelEvent: Fields<Detail<"labeled">> = {
  ...eventFields,
  // The label as it is now; as it was then, once it is gone.
  label({ issue, label, id, at }) {
    const now = issue.repository.labels.get(label.name.toLowerCase());
    return labelThing(issue.repository, now ?? { id, ...label, description: null, isDefault: false, createdAt: at });
  },
};

const assignment: Fields<Detail<"assigned">> = { ...eventFields, assignee: ({ assignee }) => actor(assignee) };

const reviewRequest: Fields<Detail<"review_requested">> = {
  ...onPull,
  requestedReviewer: (event, _, context) => reviewer(event.reviewer, context),
};

const renamed: Fields<Detail<"renamed">> = { ...eventFields, previousTitle: ({ from }) => from, currentTitle: ({ to }) => to };

const merged: Fields<Detail<"merged">> = {
  ...onPull,
  commit: ({ issue, commit }) => findObject(issue.repository, commit, ""),
  mergeRefName: ({ issue }) => issue.pull?.baseRef ?? "",
};

const forcePushed: Fields<Detail<"head_ref_force_pushed">> = {
  ...onPull,
  beforeCommit: ({ issue, before }) => findObject(issue.repository, before, ""),
  afterCommit: ({ issue, after }) => findObject(issue.repository, after, ""),
};

const baseChanged: Fields<Detail<"base_ref_changed">> = { ...onPull, previousRefName: ({ from }) => from, currentRefName: ({ to }) => to };

const dismissed: Fields<Detail<"review_dismissed">> = {
  ...onPull,
  dismissalMessage: ({ message }) => message,
  previousReviewState: ({ was }) => was.toUpperCase(),
  review: ({ issue, reviewId }) => issue.pull?.reviews.find(({ id }) => id === reviewId) ?? null,
};

const commentDeleted: Fields<Detail<"comment_deleted">> = {
  ...eventFields,
  databaseId: ({ id }) => id,
  deletedCommentAuthor: ({ author }) => actor(author),
};

const leftQueue: Fields<Detail<"removed_from_merge_queue">> = { ...onPull, reason: ({ reason }) => reason };

const closed: Fields<Detail<"closed">> = { ...eventFields, stateReason: ({ reason }) => reason?.toUpperCase() ?? null };
const locked: Fields<Detail<"locked">> = {
  ...eventFields,
  lockReason: ({ reason }) => reason?.toUpperCase().replaceAll(/[ -]/g, "_") ?? null,
};
const headDeleted: Fields<IssueEvent> = { ...onPull, headRefName: ({ issue }) => issue.pull?.headRef ?? "" };

const eventSdl = "actor: Actor createdAt: DateTime! id: ID!";
const onPullSdl = `${eventSdl} pullRequest: PullRequest!`;
const members = [...Object.values(eventTypes), "IssueComment", "PullRequestReview", "PullRequestCommit"].sort();

export const timelineTypes: TypeModule = {
  sdl: /* GraphQL */ `
  union PullRequestTimelineItems = ${members.join(" | ")}
  enum PullRequestTimelineItemsItemType { ${members.map(enumName).join(" ")} }
  ${connectionSdl("PullRequestTimelineItemsConnection", "PullRequestTimelineItems")}
  type LabeledEvent implements Node { ${eventSdl} label: Label! }
  type UnlabeledEvent implements Node { ${eventSdl} label: Label! }
  type AssignedEvent implements Node { ${eventSdl} assignee: Assignee }
  type UnassignedEvent implements Node { ${eventSdl} assignee: Assignee }
  type ReviewRequestedEvent implements Node { ${onPullSdl} requestedReviewer: RequestedReviewer }
  type ReviewRequestRemovedEvent implements Node { ${onPullSdl} requestedReviewer: RequestedReviewer }
  type RenamedTitleEvent implements Node { ${eventSdl} currentTitle: String! previousTitle: String! }
  type ClosedEvent implements Node { ${eventSdl} stateReason: IssueStateReason }
  type ReopenedEvent implements Node { ${eventSdl} }
  type MergedEvent implements Node { ${onPullSdl} commit: Commit mergeRefName: String! }
  type HeadRefForcePushedEvent implements Node { ${onPullSdl} afterCommit: Commit beforeCommit: Commit }
  type HeadRefDeletedEvent implements Node { ${onPullSdl} headRefName: String! }
  type HeadRefRestoredEvent implements Node { ${onPullSdl} }
  type BaseRefChangedEvent implements Node { ${onPullSdl} currentRefName: String! previousRefName: String! }
  type LockedEvent implements Node { ${eventSdl} lockReason: LockReason }
  type UnlockedEvent implements Node { ${eventSdl} }
  type ConvertToDraftEvent implements Node { ${onPullSdl} }
  type ReadyForReviewEvent implements Node { ${onPullSdl} }
  type CommentDeletedEvent implements Node { ${eventSdl} databaseId: Int deletedCommentAuthor: Actor }
  type AddedToMergeQueueEvent implements Node { ${eventSdl} pullRequest: PullRequest }
  type RemovedFromMergeQueueEvent implements Node { ${eventSdl} pullRequest: PullRequest reason: String }
  type ReviewDismissedEvent implements Node {
    ${onPullSdl}
    dismissalMessage: String
    previousReviewState: PullRequestReviewState!
    review: PullRequestReview
  }`,
  types: {
    LabeledEvent: labelEvent,
    UnlabeledEvent: labelEvent,
    AssignedEvent: assignment,
    UnassignedEvent: assignment,
    ReviewRequestedEvent: reviewRequest,
    ReviewRequestRemovedEvent: reviewRequest,
    RenamedTitleEvent: renamed,
    ClosedEvent: closed,
    ReopenedEvent: eventFields,
    MergedEvent: merged,
    HeadRefForcePushedEvent: forcePushed,
    HeadRefDeletedEvent: headDeleted,
    HeadRefRestoredEvent: onPull,
    BaseRefChangedEvent: baseChanged,
    LockedEvent: locked,
    UnlockedEvent: eventFields,
    ConvertToDraftEvent: onPull,
    ReadyForReviewEvent: onPull,
    CommentDeletedEvent: commentDeleted,
    AddedToMergeQueueEvent: onPull,
    RemovedFromMergeQueueEvent: leftQueue,
    ReviewDismissedEvent: dismissed,
  },
  abstract: { PullRequestTimelineItems: typeOf },
};

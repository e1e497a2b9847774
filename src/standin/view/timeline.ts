import { associationOf } from "../access/association.ts";
import { timestamp } from "../clock.ts";
import type { Hub } from "../hub.ts";
import type { Comment, Issue, IssueEvent, Review } from "../store/index.ts";
import { simpleUser, team } from "./account.ts";
import { appOrNull } from "./app.ts";
import { comment } from "./issue.ts";
import { nodeId } from "./node-id.ts";
import { review } from "./pull.ts";
import { repositoryUrl } from "./repository.ts";
import type { Schemas } from "./schemas.ts";

export type TimelineItem =
  | { readonly at: number; readonly id: number; readonly comment: Comment }
  | { readonly at: number; readonly id: number; readonly review: Review }
  | { readonly at: number; readonly id: number; readonly event: IssueEvent };

/** Comments, submitted reviews and events in the order in which they happened. */
export function timelineOf(issue: Issue): TimelineItem[] {
  const items: TimelineItem[] = [
    ...[...issue.comments.values()].map((entry) => ({ at: entry.createdAt, id: entry.id, comment: entry })),
    ...(issue.pull?.reviews ?? []).flatMap((entry) =>
      entry.submittedAt === null ? [] : [{ at: entry.submittedAt, id: entry.id, review: entry }],
    ),
    ...issue.events.map((entry) => ({ at: entry.at, id: entry.id, event: entry })),
  ];
  return items.sort((a, b) => a.at - b.at || a.id - b.id);
}

/** One entry of the timeline; its shape depends on what it is. */
export function timelineItem(hub: Hub, item: TimelineItem): Schemas["timeline-issue-events"] {
  if ("comment" in item) return commented(hub, item.comment);
  if ("review" in item)
    return { ...review(hub, item.review), event: "reviewed", state: item.review.state.toLowerCase(), body: item.review.body || null };
  return issueEvent(hub, item.event);
}

function commented(hub: Hub, record: Comment): Schemas["timeline-comment-event"] {
  const { user, ...rest } = comment(hub, record);
  const account = simpleUser(hub, record.author);
  return {
    ...rest,
    event: "commented",
    actor: account,
    user: account,
    author_association: associationOf(hub, record.issue.repository, record.author),
  };
}

/** The parts that an event's kind adds to who, when and what. */
function issueEvent(hub: Hub, record: IssueEvent): Schemas["issue-event"] {
  const { repository } = record.issue;
  const commit = record.kind === "merged" || record.kind === "closed" ? record.commit : null;
  const event: Schemas["issue-event"] = {
    id: record.id,
    node_id: nodeId("IssueEvent", record.id),
    url: `${repositoryUrl(hub, repository)}/issues/events/${record.id}`,
    actor: simpleUser(hub, record.actor),
    event: record.kind,
    commit_id: commit,
    commit_url: commit === null ? null : `${repositoryUrl(hub, repository)}/commits/${commit}`,
    created_at: timestamp(record.at),
    performed_via_github_app: appOrNull(hub, record.via),
  };
  switch (record.kind) {
    case "labeled":
    case "unlabeled":
      return { ...event, label: { ...record.label } };
    case "assigned":
    case "unassigned":
      return { ...event, assignee: simpleUser(hub, record.assignee), assigner: simpleUser(hub, record.actor) };
    case "review_requested":
    case "review_request_removed": {
      const whom =
        "login" in record.reviewer
          ? { requested_reviewer: simpleUser(hub, record.reviewer) }
          : { requested_team: team(hub, record.reviewer) };
      return { ...event, review_requester: simpleUser(hub, record.actor), ...whom };
    }
    case "renamed":
      return { ...event, rename: { from: record.from, to: record.to } };
    case "locked":
      return { ...event, lock_reason: record.reason };
    case "review_dismissed":
      return {
        ...event,
        dismissed_review: { state: record.was.toLowerCase(), review_id: record.reviewId, dismissal_message: record.message },
      };
    default:
      return event;
  }
}

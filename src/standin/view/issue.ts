import { associationOf } from "../access/association.ts";
import { timestamp, timestampOrNull } from "../clock.ts";
import type { Hub } from "../hub.ts";
import { type Comment, type Issue, type Reaction, reactionContents } from "../store/index.ts";
import { simpleUser } from "./account.ts";
import { appOrNull } from "./app.ts";
import { nodeId } from "./node-id.ts";
import { label, repositoryPage, repositoryUrl } from "./repository.ts";
import type { Schemas } from "./schemas.ts";

/** The issue side; of a pull request too, then with its `pull_request` key. */
export function issue(hub: Hub, record: Issue): Schemas["issue"] {
  const { repository, pull, number } = record;
  const url = `${repositoryUrl(hub, repository)}/issues/${number}`;
  const page = issuePage(hub, record);
  const assignees = [...record.assignees].map((account) => simpleUser(hub, account));
  return {
    url,
    repository_url: repositoryUrl(hub, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: page,
    id: record.id,
    node_id: pull ? nodeId("PullRequest", pull.id) : nodeId("Issue", record.id),
    number,
    title: record.title,
    body: record.body,
    user: simpleUser(hub, record.author),
    labels: [...record.labels].map((entry) => label(hub, repository, entry)),
    state: record.state,
    ...(pull ? {} : { state_reason: record.stateReason }),
    locked: record.locked,
    active_lock_reason: record.lockReason,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    comments: record.comments.size,
    created_at: timestamp(record.createdAt),
    updated_at: timestamp(record.updatedAt),
    closed_at: timestampOrNull(record.closedAt),
    closed_by: record.closedBy && simpleUser(hub, record.closedBy),
    author_association: associationOf(hub, repository, record.author),
    performed_via_github_app: appOrNull(hub, record.via),
    reactions: reactionRollup(`${url}/reactions`, []),
    ...(pull
      ? {
          draft: pull.draft,
          pull_request: {
            url: `${repositoryUrl(hub, repository)}/pulls/${number}`,
            html_url: page,
            diff_url: `${page}.diff`,
            patch_url: `${page}.patch`,
            merged_at: timestampOrNull(pull.merged?.at ?? null),
          },
        }
      : {}),
  };
}

export function issuePage(hub: Hub, record: Issue): string {
  return `${repositoryPage(hub, record.repository)}/${record.pull ? "pull" : "issues"}/${record.number}`;
}

export function comment(hub: Hub, record: Comment) {
  const { repository, number } = record.issue;
  const url = `${repositoryUrl(hub, repository)}/issues/comments/${record.id}`;
  return {
    url,
    html_url: `${issuePage(hub, record.issue)}#issuecomment-${record.id}`,
    issue_url: `${repositoryUrl(hub, repository)}/issues/${number}`,
    id: record.id,
    node_id: nodeId("IssueComment", record.id),
    user: simpleUser(hub, record.author),
    created_at: timestamp(record.createdAt),
    updated_at: timestamp(record.updatedAt),
    body: record.body,
    author_association: associationOf(hub, repository, record.author),
    reactions: reactionRollup(`${url}/reactions`, record.reactions),
    performed_via_github_app: appOrNull(hub, record.via),
  } satisfies Schemas["issue-comment"];
}

export function reaction(hub: Hub, record: Reaction): Schemas["reaction"] {
  return {
    id: record.id,
    node_id: nodeId("Reaction", record.id),
    user: simpleUser(hub, record.author),
    content: record.content,
    created_at: timestamp(record.createdAt),
  };
}

export function reactionRollup(url: string, reactions: readonly Reaction[]): Schemas["reaction-rollup"] {
  const counts = { "+1": 0, "-1": 0, laugh: 0, confused: 0, heart: 0, hooray: 0, rocket: 0, eyes: 0 };
  for (const content of reactionContents) counts[content] = reactions.filter((entry) => entry.content === content).length;
  return { url, total_count: reactions.length, ...counts };
}

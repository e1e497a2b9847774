import { associationOf } from "../access/association.ts";
import { timestamp, timestampOrNull } from "../clock.ts";
import { countChanges } from "../facts/comparison.ts";
import { knownMergeability, mergeState } from "../facts/merge-state.ts";
import { diffHunk, diffPosition, isOutdated } from "../facts/review-line.ts";
import type { Hub } from "../hub.ts";
import type { Account, Pull, Repository, Review, ReviewComment } from "../store/index.ts";
import { simpleTeam, simpleUser, team } from "./account.ts";
import { issuePage, reactionRollup } from "./issue.ts";
import { nodeId } from "./node-id.ts";
import { label, repository, repositoryUrl } from "./repository.ts";
import type { Schemas } from "./schemas.ts";

/** The form of lists; `teams` come with their parents there, without them in the single form. */
export function pullInList(hub: Hub, record: Pull): Schemas["pull-request-simple"] {
  const row = common(hub, record);
  return {
    ...row,
    // The description of this one form knows no label without a description.
    labels: row.labels.map((entry) => ({ ...entry, description: entry.description ?? "" })),
    requested_teams: [...record.requestedTeams].map((entry) => team(hub, entry)),
  };
}

/** The whole pull request; `mergeable` as GitHub would answer at this moment. */
export function pull(hub: Hub, record: Pull, mergeable = knownMergeability(record)): Schemas["pull-request"] {
  const counts = countChanges(record);
  return {
    ...common(hub, record),
    requested_teams: [...record.requestedTeams].map((entry) => simpleTeam(hub, entry)),
    merged: record.merged !== null,
    mergeable: record.merged ? null : mergeable,
    rebaseable: record.merged ? null : mergeable,
    mergeable_state: mergeState(record, record.merged ? null : mergeable),
    merged_by: record.merged && simpleUser(hub, record.merged.by),
    comments: record.issue.comments.size,
    review_comments: record.reviewComments.length,
    maintainer_can_modify: record.maintainerCanModify,
    commits: counts.commits,
    additions: counts.additions,
    deletions: counts.deletions,
    changed_files: counts.changedFiles,
  };
}

function common(hub: Hub, record: Pull) {
  const { issue } = record;
  const base = issue.repository;
  const url = `${repositoryUrl(hub, base)}/pulls/${issue.number}`;
  const issueUrl = `${repositoryUrl(hub, base)}/issues/${issue.number}`;
  const page = issuePage(hub, issue);
  const statuses = `${repositoryUrl(hub, base)}/statuses/${record.headSha}`;
  const assignees = [...issue.assignees].map((account) => simpleUser(hub, account));
  return {
    url,
    id: record.id,
    node_id: nodeId("PullRequest", record.id),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issueUrl,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${repositoryUrl(hub, base)}/pulls/comments{/number}`,
    comments_url: `${issueUrl}/comments`,
    statuses_url: statuses,
    number: issue.number,
    state: issue.state,
    locked: issue.locked,
    active_lock_reason: issue.lockReason,
    title: issue.title,
    user: simpleUser(hub, issue.author),
    body: issue.body,
    labels: [...issue.labels].map((entry) => label(hub, base, entry)),
    milestone: null,
    created_at: timestamp(issue.createdAt),
    updated_at: timestamp(issue.updatedAt),
    closed_at: timestampOrNull(issue.closedAt),
    merged_at: timestampOrNull(record.merged?.at ?? null),
    merge_commit_sha: record.merged?.commit ?? record.mergeability?.mergeCommit ?? null,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: [...record.requestedUsers].map((account) => simpleUser(hub, account)),
    head: branch(hub, record.headOwner, record.headRepository, record.headRef, record.headSha),
    base: branch(hub, base.owner, base, record.baseRef, record.baseSha),
    _links: {
      self: { href: url },
      html: { href: page },
      issue: { href: issueUrl },
      comments: { href: `${issueUrl}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${repositoryUrl(hub, base)}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    author_association: associationOf(hub, base, issue.author),
    auto_merge: record.autoMerge && {
      enabled_by: simpleUser(hub, record.autoMerge.by),
      merge_method: record.autoMerge.method,
      commit_title: record.autoMerge.title ?? "",
      commit_message: record.autoMerge.message ?? "",
    },
    draft: record.draft,
  };
}

function branch(hub: Hub, owner: Account, home: Repository | null, ref: string, sha: string): Schemas["pull-request"]["head"] {
  return {
    label: `${owner.login}:${ref}`,
    ref,
    sha,
    user: simpleUser(hub, owner),
    repo: home ? repository(hub, home) : absent,
  };
}

// The description calls `repo` required and never null, but GitHub answers null once a fork is deleted.
const absent = null as never;

/** The few fields that checks show of a pull request. */
export function pullMinimal(hub: Hub, record: Pull): Schemas["pull-request-minimal"] {
  const base = record.issue.repository;
  const home = record.headRepository ?? base;
  const short = (entry: Repository) => ({ id: entry.id, url: repositoryUrl(hub, entry), name: entry.name });
  return {
    id: record.id,
    number: record.issue.number,
    url: `${repositoryUrl(hub, base)}/pulls/${record.issue.number}`,
    head: { ref: record.headRef, sha: record.headSha, repo: short(home) },
    base: { ref: record.baseRef, sha: record.baseSha, repo: short(base) },
  };
}

export function review(hub: Hub, record: Review): Schemas["pull-request-review"] {
  const { issue } = record.pull;
  const url = `${repositoryUrl(hub, issue.repository)}/pulls/${issue.number}`;
  const page = `${issuePage(hub, issue)}#pullrequestreview-${record.id}`;
  return {
    id: record.id,
    node_id: nodeId("PullRequestReview", record.id),
    user: simpleUser(hub, record.author),
    body: record.body,
    state: record.state,
    html_url: page,
    pull_request_url: url,
    _links: { html: { href: page }, pull_request: { href: url } },
    ...(record.submittedAt === null ? {} : { submitted_at: timestamp(record.submittedAt) }),
    commit_id: record.commit,
    author_association: associationOf(hub, issue.repository, record.author),
  };
}

export function reviewComment(hub: Hub, record: ReviewComment): Schemas["pull-request-review-comment"] {
  const { issue } = record.review.pull;
  const pullUrl = `${repositoryUrl(hub, issue.repository)}/pulls/${issue.number}`;
  const url = `${repositoryUrl(hub, issue.repository)}/pulls/comments/${record.id}`;
  const page = `${issuePage(hub, issue)}#discussion_r${record.id}`;
  const line = isOutdated(record) ? null : record.line;
  return {
    url,
    pull_request_review_id: record.review.id,
    id: record.id,
    node_id: nodeId("PullRequestReviewComment", record.id),
    diff_hunk: diffHunk(record),
    path: record.path,
    // The description calls the line a number, and GitHub answers null once it is gone.
    line: line as number,
    original_line: record.line,
    // Likewise of its place among the rows of the difference.
    position: diffPosition(record) as number,
    original_position: diffPosition(record) ?? 1,
    start_line: record.startLine,
    original_start_line: record.startLine,
    side: record.side,
    start_side: record.startLine === null ? null : record.side,
    subject_type: "line",
    commit_id: line === null ? record.commit : record.review.pull.headSha,
    original_commit_id: record.commit,
    ...(record.replyTo ? { in_reply_to_id: record.replyTo.id } : {}),
    user: simpleUser(hub, record.author),
    body: record.body,
    created_at: timestamp(record.createdAt),
    updated_at: timestamp(record.updatedAt),
    html_url: page,
    pull_request_url: pullUrl,
    author_association: associationOf(hub, issue.repository, record.author),
    _links: { self: { href: url }, html: { href: page }, pull_request: { href: pullUrl } },
    reactions: reactionRollup(`${url}/reactions`, []),
  };
}

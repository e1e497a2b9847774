import { timestamp } from "../clock.ts";
import type { Hub } from "../hub.ts";
import { type Label, type Repository, type Role, roles } from "../store/index.ts";
import { simpleUser } from "./account.ts";
import { nodeId } from "./node-id.ts";
import type { Schemas } from "./schemas.ts";

/** `…/repos/owner/name`, where everything of a repository hangs. */
export function repositoryUrl(hub: Hub, record: Repository): string {
  return `${hub.urls.api}/repos/${record.owner.login}/${record.name}`;
}

export function repositoryPage(hub: Hub, record: Repository): string {
  return `${hub.urls.html}/${record.owner.login}/${record.name}`;
}

/** What every form of a repository has in common; `satisfies`, because the forms differ in what they leave open. */
export function repository(hub: Hub, record: Repository) {
  const url = repositoryUrl(hub, record);
  const page = repositoryPage(hub, record);
  const fullName = `${record.owner.login}/${record.name}`;
  return {
    id: record.id,
    node_id: nodeId("Repository", record.id),
    name: record.name,
    full_name: fullName,
    private: record.isPrivate,
    owner: simpleUser(hub, record.owner),
    html_url: page,
    description: record.description,
    fork: record.parent !== null,
    url,
    archive_url: `${url}/{archive_format}{/ref}`,
    assignees_url: `${url}/assignees{/user}`,
    blobs_url: `${url}/git/blobs{/sha}`,
    branches_url: `${url}/branches{/branch}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    comments_url: `${url}/comments{/number}`,
    commits_url: `${url}/commits{/sha}`,
    compare_url: `${url}/compare/{base}...{head}`,
    contents_url: `${url}/contents/{+path}`,
    contributors_url: `${url}/contributors`,
    deployments_url: `${url}/deployments`,
    downloads_url: `${url}/downloads`,
    events_url: `${url}/events`,
    forks_url: `${url}/forks`,
    git_commits_url: `${url}/git/commits{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    hooks_url: `${url}/hooks`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    issue_events_url: `${url}/issues/events{/number}`,
    issues_url: `${url}/issues{/number}`,
    keys_url: `${url}/keys{/key_id}`,
    labels_url: `${url}/labels{/name}`,
    languages_url: `${url}/languages`,
    merges_url: `${url}/merges`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    pulls_url: `${url}/pulls{/number}`,
    releases_url: `${url}/releases{/id}`,
    stargazers_url: `${url}/stargazers`,
    statuses_url: `${url}/statuses/{sha}`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    tags_url: `${url}/tags`,
    teams_url: `${url}/teams`,
    trees_url: `${url}/git/trees{/sha}`,
    git_url: `git://${new URL(hub.urls.html).host}/${fullName}.git`,
    ssh_url: `git@${new URL(hub.urls.html).hostname}:${fullName}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    forks: record.forks.size,
    forks_count: record.forks.size,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    size: 0,
    default_branch: record.defaultBranch,
    open_issues: record.openCount,
    open_issues_count: record.openCount,
    is_template: false,
    topics: [],
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    archived: record.archived,
    disabled: false,
    visibility: record.isPrivate ? "private" : "public",
    pushed_at: timestamp(record.pushedAt),
    created_at: timestamp(record.createdAt),
    updated_at: timestamp(record.updatedAt),
    allow_forking: true,
    web_commit_signoff_required: false,
  } satisfies Schemas["repository"];
}

/** The form of `GET /repos/{owner}/{repo}`; `role` is the reader's own. */
export function fullRepository(hub: Hub, record: Repository, role: Role | null): Schemas["full-repository"] {
  const root = rootOf(record);
  return {
    ...repository(hub, record),
    permissions: permissions(role),
    allow_squash_merge: true,
    allow_merge_commit: true,
    allow_rebase_merge: true,
    allow_auto_merge: true,
    allow_update_branch: false,
    delete_branch_on_merge: false,
    subscribers_count: 0,
    network_count: record.forks.size,
    ...(record.owner.kind === "Organization" ? { organization: simpleUser(hub, record.owner) } : {}),
    ...(record.parent ? { parent: repository(hub, record.parent), source: repository(hub, root) } : {}),
  };
}

export function permissions(role: Role | null) {
  const rank = role === null ? -1 : roles.indexOf(role);
  return { admin: rank >= 4, maintain: rank >= 3, push: rank >= 2, triage: rank >= 1, pull: rank >= 0 };
}

/** The repository that a chain of forks began with. */
export function rootOf(record: Repository): Repository {
  return record.parent ? rootOf(record.parent) : record;
}

export function label(hub: Hub, record: Repository, entry: Label): Schemas["label"] {
  return {
    id: entry.id,
    node_id: nodeId("Label", entry.id),
    url: `${repositoryUrl(hub, record)}/labels/${encodeURIComponent(entry.name)}`,
    name: entry.name,
    description: entry.description,
    color: entry.color,
    default: entry.isDefault,
  };
}

import { timestamp } from "../clock.ts";
import { compareTrees, emptyTree, findMergeBase, isAncestor, listCommits } from "../git/index.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Account, Pull, Repository } from "../store/index.ts";
import { accountOf, repositoryPage, simpleUser } from "../view/index.ts";
import { announce, announcePull } from "./announce.ts";
import { openSuites } from "./check-suites.ts";
import { closeIssue } from "./issue-state.ts";
import { markMerged } from "./mark-merged.ts";
import { recordEvent } from "./record-event.ts";

const noCommit = "0".repeat(40);

/**
 * The only place where a branch or tag moves, appears (no value before) or goes (`sha` null): sets it, tells of the push, and
 * carries every open pull request from and to the branch along, as GitHub does.
 */
export function moveRef(hub: Hub, actor: Actor, repository: Repository, ref: string, sha: string | null): void {
  const before = repository.refs.get(ref) ?? null;
  if (before === sha) return;
  const now = hub.clock.milliseconds();
  if (sha === null) repository.refs.delete(ref);
  else repository.refs.set(ref, sha);
  repository.pushedAt = now;
  repository.updatedAt = now;
  announcePush(hub, actor, repository, ref, before, sha);
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
  if (branch === undefined) return;
  if (sha !== null) openSuites(hub, actor, repository, sha, branch, before);
  if (sha !== null && branch === repository.defaultBranch) creditAuthors(hub, repository, before, sha);
  const key = `${repository.id}:${branch}`;
  for (const pull of [...(hub.store.openByHead.get(key) ?? [])]) moveHead(hub, actor, pull, sha);
  moveBase(hub, actor, [...(hub.store.openByBase.get(key) ?? [])], before, sha);
}

function moveHead(hub: Hub, actor: Actor, pull: Pull, sha: string | null): void {
  if (sha === null) {
    recordEvent(hub, actor, pull.issue, { kind: "head_ref_deleted" });
    closeIssue(hub, actor, pull.issue, null);
    return;
  }
  const { objects, refs } = pull.issue.repository;
  const before = pull.headSha;
  pull.headSha = sha;
  pull.baseSha = refs.get(`refs/heads/${pull.baseRef}`) ?? pull.baseSha;
  pull.issue.updatedAt = hub.clock.milliseconds();
  if (!isAncestor(objects, before, sha)) recordEvent(hub, actor, pull.issue, { kind: "head_ref_force_pushed", before, after: sha });
  if (pull.headRepository !== pull.issue.repository) openSuites(hub, actor, pull.issue.repository, sha, null, before);
  announcePull(hub, actor, pull, "synchronize", () => ({ before, after: sha }));
}

// A base branch that reaches the head of a pull request has merged it, whoever pushed it there.
function moveBase(hub: Hub, actor: Actor, pulls: readonly Pull[], before: string | null, sha: string | null): void {
  if (sha === null) {
    for (const pull of pulls) closeIssue(hub, actor, pull.issue, null);
    return;
  }
  const [first] = pulls;
  if (!first || before === null) return;
  const arrived = new Set(listCommits(first.issue.repository.objects, before, sha));
  for (const pull of pulls) if (arrived.has(pull.headSha)) markMerged(hub, actor, pull, sha);
}

function creditAuthors(hub: Hub, repository: Repository, before: string | null, sha: string): void {
  const fresh = before === null ? [sha] : listCommits(repository.objects, before, sha);
  for (const id of fresh) {
    const account = accountOf(hub, repository.objects.knownCommit(id).author);
    if (account) repository.contributors.add(account);
  }
}

function announcePush(hub: Hub, actor: Actor, repository: Repository, ref: string, before: string | null, after: string | null): void {
  announce(hub, actor, repository, "push", null, () => {
    const { objects } = repository;
    const fresh = after === null ? [] : before === null ? [after] : listCommits(objects, before, after);
    const commits = fresh.slice(-2048).map((sha) => pushedCommit(hub, repository, sha));
    const page = repositoryPage(hub, repository);
    return {
      ref,
      before: before ?? noCommit,
      after: after ?? noCommit,
      created: before === null,
      deleted: after === null,
      forced: before !== null && after !== null && findMergeBase(objects, before, after) !== before,
      base_ref: null,
      compare: `${page}/compare/${(before ?? noCommit).slice(0, 12)}...${(after ?? noCommit).slice(0, 12)}`,
      commits,
      head_commit: after === null ? null : pushedCommit(hub, repository, after),
      pusher: { name: actor.account.login, email: pusherEmail(actor.account) },
    };
  });
  if (before === null || after === null) announceBirth(hub, actor, repository, ref, after !== null);
}

/** None of Apps: the brackets of their logins make no address. */
function pusherEmail({ kind, login, email }: Account): string | null {
  return kind === "Bot" ? null : (email ?? `${login}@users.noreply.github.com`);
}

function announceBirth(hub: Hub, actor: Actor, repository: Repository, ref: string, created: boolean): void {
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? [];
  if (name === undefined) return;
  announce(hub, actor, repository, created ? "create" : "delete", null, () => ({
    ref: name,
    ref_type: kind === "tags" ? "tag" : "branch",
    ...(created ? { master_branch: repository.defaultBranch, description: repository.description } : {}),
    pusher_type: "user",
  }));
}

function pushedCommit(hub: Hub, repository: Repository, sha: string): object {
  const { objects } = repository;
  const commit = objects.knownCommit(sha);
  const parent = commit.parents[0];
  const files = compareTrees(objects, parent === undefined ? emptyTree : objects.knownCommit(parent).tree, commit.tree);
  const person = (by: typeof commit.author) => {
    const account = accountOf(hub, by);
    return {
      name: by.name,
      email: by.email,
      date: timestamp(by.seconds * 1_000),
      ...(account ? { username: simpleUser(hub, account).login } : {}),
    };
  };
  return {
    id: sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: timestamp(commit.committer.seconds * 1_000),
    url: `${repositoryPage(hub, repository)}/commit/${sha}`,
    author: person(commit.author),
    committer: person(commit.committer),
    added: files.filter((file) => file.status === "added" || file.status === "renamed").map((file) => file.path),
    removed: files.flatMap((file) => (file.status === "removed" ? [file.path] : file.previousPath === null ? [] : [file.previousPath])),
    modified: files.filter((file) => file.status === "modified" || file.status === "changed").map((file) => file.path),
  };
}

import { hasMergeQueue, requiredChecks } from "../facts/branch-rules.ts";
import { hasFailed, hasPassed, missingForMerge } from "../facts/merge-state.ts";
import { Fail } from "../fail.ts";
import { mergeCommits } from "../git/index.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Pull, QueueEntry, Repository } from "../store/index.ts";
import { simpleCommit } from "../view/index.ts";
import { createAccount } from "./accounts.ts";
import { announce, announcePull } from "./announce.ts";
import { signatureOf } from "./files.ts";
import { markMerged } from "./mark-merged.ts";
import { moveRef } from "./move-ref.ts";
import { recordEvent } from "./record-event.ts";

type Group = QueueEntry["group"];

/** GitHub's own App, in whose name the queue pushes, merges and asks. */
function queueItself(hub: Hub): Actor {
  const login = "github-merge-queue[bot]";
  return { account: hub.store.account(login) ?? createAccount(hub, login, "Bot"), via: null };
}

/** Puts a pull request at the end of its base branch's queue, and asks for the checks of its group. */
export function enqueue(hub: Hub, actor: Actor, pull: Pull): QueueEntry {
  const { issue } = pull;
  const { repository } = issue;
  if (!hasMergeQueue(repository, pull.baseRef)) throw new Fail(422, `Merge queue is not enabled on ${pull.baseRef}`);
  if (issue.state === "closed" || pull.draft) throw new Fail(422, "Pull request is not in a mergeable state");
  if (repository.queue.some((entry) => entry.pull === pull)) throw new Fail(422, "Pull request is already in the queue");
  const missing = missingForMerge(pull)[0];
  if (missing !== undefined) throw new Fail(422, missing);
  const group = makeGroup(hub, pull, tipOf(repository, pull.baseRef));
  const entry: QueueEntry = {
    id: hub.store.nextId(),
    pull,
    pullHead: pull.headSha,
    by: actor.account,
    at: hub.clock.milliseconds(),
    group,
  };
  repository.queue.push(entry);
  recordEvent(hub, actor, issue, { kind: "added_to_merge_queue" });
  announcePull(hub, actor, pull, "enqueued");
  askForChecks(hub, pull, group);
  settleQueue(hub, repository);
  return entry;
}

/** GitHub's words for why a pull request has left the queue without being merged. */
export function dequeue(hub: Hub, actor: Actor, entry: QueueEntry, reason: "MANUAL" | "CI_FAILURE" | "MERGE_CONFLICT"): void {
  const { repository } = entry.pull.issue;
  remove(repository, entry);
  recordEvent(hub, actor, entry.pull.issue, { kind: "removed_from_merge_queue", reason });
  announcePull(hub, actor, entry.pull, "dequeued", () => ({ reason }));
  destroyGroup(hub, entry, "dequeued");
  rebuild(hub, repository, entry.pull.baseRef);
}

/** Merges the groups at the front whose checks have passed, and drops those that have failed or whose pull request has moved on. */
export function settleQueue(hub: Hub, repository: Repository): void {
  for (let entry = repository.queue[0]; entry; entry = repository.queue[0]) {
    const { pull, group, pullHead } = entry;
    const checks = requiredChecks(repository, pull.baseRef);
    if (pull.issue.state === "closed") {
      remove(repository, entry);
      destroyGroup(hub, entry, "dequeued");
      rebuild(hub, repository, pull.baseRef);
    } else if (pull.headSha !== pullHead) dequeue(hub, queueItself(hub), entry, "MANUAL");
    else if (checks.some(({ name, appId }) => hasFailed(repository, group.headSha, name, appId)))
      dequeue(hub, queueItself(hub), entry, "CI_FAILURE");
    else if (checks.every(({ name, appId }) => hasPassed(repository, group.headSha, name, appId))) merge(hub, entry);
    else return;
  }
}

/** The merge commit on a branch of its own, as the checks see it. */
export function makeGroup(hub: Hub, pull: Pull, baseSha: string): Group {
  const { issue } = pull;
  const { objects } = issue.repository;
  const merged = mergeCommits(objects, baseSha, pull.headSha);
  if (!merged.clean) throw new Fail(422, "Pull request is not in a mergeable state");
  const by = signatureOf(hub, issue.author);
  const headSha = objects.putCommit({
    tree: merged.tree,
    parents: [baseSha, pull.headSha],
    author: by,
    committer: by,
    message: `Merge pull request #${issue.number}\n\n${issue.title}`,
  });
  return { headSha, headRef: `refs/heads/gh-readonly-queue/${pull.baseRef}/pr-${issue.number}-${baseSha}`, baseSha };
}

export function askForChecks(hub: Hub, pull: Pull, group: Group): void {
  const { repository } = pull.issue;
  moveRef(hub, queueItself(hub), repository, group.headRef, group.headSha);
  announceGroup(hub, pull, group, "checks_requested", {});
}

function merge(hub: Hub, entry: QueueEntry): void {
  const { pull, group } = entry;
  const { repository } = pull.issue;
  const actor = queueItself(hub);
  remove(repository, entry);
  // Marked first, so that the branch's arrival at the head does not mark it a second time.
  markMerged(hub, actor, pull, group.headSha);
  moveRef(hub, actor, repository, `refs/heads/${pull.baseRef}`, group.headSha);
  destroyGroup(hub, entry, "merged");
}

/** Groups that stood on one that is gone are made again, on what is there now. */
function rebuild(hub: Hub, repository: Repository, baseRef: string): void {
  let tip = repository.refs.get(`refs/heads/${baseRef}`) ?? "";
  for (const entry of repository.queue.filter(({ pull }) => pull.baseRef === baseRef)) {
    if (entry.group.baseSha !== tip) {
      destroyGroup(hub, entry, "invalidated");
      entry.group = makeGroup(hub, entry.pull, tip);
      askForChecks(hub, entry.pull, entry.group);
    }
    tip = entry.group.headSha;
  }
}

function tipOf(repository: Repository, baseRef: string): string {
  const last = repository.queue.findLast(({ pull }) => pull.baseRef === baseRef);
  return last?.group.headSha ?? repository.refs.get(`refs/heads/${baseRef}`) ?? "";
}

function remove(repository: Repository, entry: QueueEntry): void {
  repository.queue.splice(repository.queue.indexOf(entry), 1);
}

function destroyGroup(hub: Hub, { pull, group }: QueueEntry, reason: "merged" | "invalidated" | "dequeued"): void {
  moveRef(hub, queueItself(hub), pull.issue.repository, group.headRef, null);
  announceGroup(hub, pull, group, "destroyed", { reason });
}

function announceGroup(hub: Hub, pull: Pull, { headSha, headRef, baseSha }: Group, action: string, more: object): void {
  const { repository } = pull.issue;
  announce(hub, queueItself(hub), repository, "merge_group", action, () => ({
    ...more,
    merge_group: {
      head_sha: headSha,
      head_ref: headRef,
      base_sha: baseSha,
      base_ref: `refs/heads/${pull.baseRef}`,
      head_commit: simpleCommit(repository, headSha),
    },
  }));
}

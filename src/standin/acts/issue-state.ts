import type { Actor, Hub } from "../hub.ts";
import type { Issue, Pull, StateReason } from "../store/index.ts";
import { announceIssue } from "./announce.ts";
import { recordEvent } from "./record-event.ts";

/** Closes an issue or a pull request; nothing happens to one that is closed. */
export function closeIssue(hub: Hub, actor: Actor, issue: Issue, reason: StateReason | null): void {
  if (issue.state === "closed") return;
  markClosed(hub, actor, issue, issue.pull ? null : (reason ?? "completed"));
  recordEvent(hub, actor, issue, { kind: "closed", commit: null, reason: issue.stateReason });
  announceIssue(hub, actor, issue, "closed");
}

/** Sets the state and leaves the branch indexes; the caller tells of it. */
export function markClosed(hub: Hub, actor: Actor, issue: Issue, reason: StateReason | null): void {
  issue.state = "closed";
  issue.stateReason = reason;
  issue.closedBy = actor.account;
  issue.closedAt = hub.clock.milliseconds();
  issue.updatedAt = issue.closedAt;
  issue.repository.openCount -= 1;
  if (issue.pull) unindex(hub, issue.pull);
}

export function reopenIssue(hub: Hub, actor: Actor, issue: Issue): void {
  if (issue.state === "open") return;
  issue.state = "open";
  issue.stateReason = issue.pull ? null : "reopened";
  issue.closedBy = null;
  issue.closedAt = null;
  issue.repository.openCount += 1;
  if (issue.pull) index(hub, issue.pull);
  recordEvent(hub, actor, issue, { kind: "reopened" });
  announceIssue(hub, actor, issue, "reopened");
}

/** Open pull requests are found by the branches they join: moving a branch must reach them. */
export function index(hub: Hub, pull: Pull): void {
  if (pull.headRepository) at(hub.store.openByHead, `${pull.headRepository.id}:${pull.headRef}`).add(pull);
  at(hub.store.openByBase, `${pull.issue.repository.id}:${pull.baseRef}`).add(pull);
}

export function unindex(hub: Hub, pull: Pull): void {
  if (pull.headRepository) at(hub.store.openByHead, `${pull.headRepository.id}:${pull.headRef}`).delete(pull);
  at(hub.store.openByBase, `${pull.issue.repository.id}:${pull.baseRef}`).delete(pull);
}

function at(map: Map<string, Set<Pull>>, key: string): Set<Pull> {
  const found = map.get(key) ?? new Set<Pull>();
  map.set(key, found);
  return found;
}

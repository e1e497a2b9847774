import { Fail, invalid } from "../fail.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Issue, Repository } from "../store/index.ts";
import { announceIssue } from "./announce.ts";
import { recordEvent } from "./record-event.ts";

/** GitHub's limit on titles is 256 characters and on bodies 65,536. */
export const longestBody = 65_536;

export interface IssueText {
  readonly title: string;
  readonly body: string | null;
}

/** A record with the next number, in no index and announced to nobody yet. */
export function newIssue(hub: Hub, actor: Actor, repository: Repository, { title, body }: IssueText): Issue {
  checkText("Issue", title, body);
  repository.lastNumber += 1;
  const now = hub.clock.milliseconds();
  const issue: Issue = {
    id: hub.store.nextId(),
    number: repository.lastNumber,
    repository,
    title,
    body,
    author: actor.account,
    via: actor.via,
    state: "open",
    stateReason: null,
    closedBy: null,
    closedAt: null,
    locked: false,
    lockReason: null,
    labels: new Set(),
    assignees: new Set(),
    comments: new Map(),
    events: [],
    createdAt: now,
    updatedAt: now,
    pull: null,
  };
  repository.issues.set(issue.number, issue);
  repository.openCount += 1;
  hub.store.issuesById.set(issue.id, issue);
  return issue;
}

export function openIssue(hub: Hub, actor: Actor, repository: Repository, text: IssueText): Issue {
  const issue = newIssue(hub, actor, repository, text);
  announceIssue(hub, actor, issue, "opened");
  return issue;
}

/** Changes title and body; what is undefined stays. */
export function editIssue(
  hub: Hub,
  actor: Actor,
  issue: Issue,
  edit: { title: string | undefined; body: string | null | undefined },
): void {
  const title = edit.title ?? issue.title;
  const body = edit.body === undefined ? issue.body : edit.body;
  if (title === issue.title && body === issue.body) return;
  checkText(issue.pull ? "PullRequest" : "Issue", title, body);
  const changes = {
    ...(title === issue.title ? {} : { title: { from: issue.title } }),
    ...(body === issue.body ? {} : { body: { from: issue.body ?? "" } }),
  };
  const from = issue.title;
  issue.title = title;
  issue.body = body;
  issue.updatedAt = hub.clock.milliseconds();
  if (title !== from) recordEvent(hub, actor, issue, { kind: "renamed", from, to: title });
  announceIssue(hub, actor, issue, "edited", () => ({ changes }));
}

export function lockIssue(hub: Hub, actor: Actor, issue: Issue, reason: string | null): void {
  if (issue.locked) return;
  issue.locked = true;
  issue.lockReason = reason;
  recordEvent(hub, actor, issue, { kind: "locked", reason });
  announceIssue(hub, actor, issue, "locked");
}

export function unlockIssue(hub: Hub, actor: Actor, issue: Issue): void {
  if (!issue.locked) return;
  issue.locked = false;
  issue.lockReason = null;
  recordEvent(hub, actor, issue, { kind: "unlocked" });
  announceIssue(hub, actor, issue, "unlocked");
}

function checkText(resource: string, title: string, body: string | null): void {
  if (title.trim() === "") throw invalid({ resource, field: "title", code: "missing_field" });
  if (title.length > 256)
    throw invalid({ resource, field: "title", code: "custom", message: "title is too long (maximum is 256 characters)" });
  if (body !== null && body.length > longestBody) {
    throw new Fail(422, "Validation Failed", {
      errors: [{ resource, field: "body", code: "custom", message: "body is too long (maximum is 65536 characters)" }],
    });
  }
}

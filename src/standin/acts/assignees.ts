import { isCollaborator } from "../access/roles.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Account, Issue } from "../store/index.ts";
import { simpleUser } from "../view/index.ts";
import { announceIssue } from "./announce.ts";
import { recordEvent } from "./record-event.ts";

/** Who belongs to the repository, wrote the issue, or spoke in it; GitHub leaves out all others without a word. */
function canBeAssigned(hub: Hub, issue: Issue, account: Account): boolean {
  const spoke = account === issue.author || [...issue.comments.values()].some((comment) => comment.author === account);
  return spoke || isCollaborator(hub, account, issue.repository);
}

/** At most ten people can be assigned to one issue; GitHub leaves out the rest without a word. */
const mostAssignees = 10;

export function addAssignees(hub: Hub, actor: Actor, issue: Issue, accounts: readonly Account[]): void {
  for (const assignee of accounts.filter((account) => canBeAssigned(hub, issue, account))) {
    if (issue.assignees.has(assignee) || issue.assignees.size >= mostAssignees) continue;
    issue.assignees.add(assignee);
    recordEvent(hub, actor, issue, { kind: "assigned", assignee });
    announceIssue(hub, actor, issue, "assigned", () => ({ assignee: simpleUser(hub, assignee) }));
  }
}

export function removeAssignees(hub: Hub, actor: Actor, issue: Issue, accounts: readonly Account[]): void {
  for (const assignee of accounts) {
    if (!issue.assignees.delete(assignee)) continue;
    recordEvent(hub, actor, issue, { kind: "unassigned", assignee });
    announceIssue(hub, actor, issue, "unassigned", () => ({ assignee: simpleUser(hub, assignee) }));
  }
}

import { callerRole, requireRole } from "../access/authorize.ts";
import { actorOf, type Caller } from "../access/caller.ts";
import { isAtLeast } from "../access/roles.ts";
import { addAssignees, removeAssignees } from "../acts/assignees.ts";
import { closeIssue, reopenIssue } from "../acts/issue-state.ts";
import { editIssue, lockIssue, openIssue, unlockIssue } from "../acts/issues.ts";
import { addLabels, setLabels } from "../acts/labels.ts";
import { reopenPull } from "../acts/reopen-pull.ts";
import type { JsonFields } from "../http/json-fields.ts";
import { operation } from "../http/operation.ts";
import type { Hub } from "../hub.ts";
import type { Account, Issue } from "../store/index.ts";
import * as view from "../view/index.ts";
import { findIssue, namedAccounts } from "./find.ts";
import { labelNames } from "./labels.ts";
import { matchesLabels, sortIssues } from "./list-filters.ts";

const writes = ["issues:write", "pull_requests:write"] as const;
const reads = ["issues:read", "pull_requests:read"] as const;
const closingReasons = ["completed", "not_planned", "duplicate"] as const;
const lockReasons = ["off-topic", "too heated", "resolved", "spam"] as const;

export const issueOperations = [
  operation("issues/get", { on: "GET /repos/{owner}/{repo}/issues/{issue_number}", needs: reads }, ({ hub, repository, path }) =>
    view.issue(hub, findIssue(repository, path.issue_number)),
  ),

  operation("issues/list-for-repo", { on: "GET /repos/{owner}/{repo}/issues", needs: reads }, ({ hub, repository, query, page }) => {
    const state = query.state ?? "open";
    const since = query.since === undefined ? 0 : Date.parse(query.since);
    const chosen = [...repository.issues.values()].filter(
      (issue) =>
        (state === "all" || issue.state === state) &&
        issue.updatedAt >= since &&
        (query.creator === undefined || issue.author.login === query.creator) &&
        hasAssignee(issue, query.assignee) &&
        matchesLabels(issue, query.labels),
    );
    return page(sortIssues(chosen, query.sort, query.direction)).map((issue) => view.issue(hub, issue));
  }),

  operation("issues/create", { on: "POST /repos/{owner}/{repo}/issues", status: 201, needs: ["issues:write"] }, (context) => {
    const { hub, caller, actor, repository, body } = context;
    const issue = openIssue(hub, actor, repository, { title: titleOf(body) ?? "", body: body.optionalText("body") ?? null });
    // Without the right to triage they are dropped in silence.
    if (isAtLeast(callerRole(hub, caller, repository), "triage")) {
      addLabels(hub, actor, issue, labelNames(body) ?? []);
      addAssignees(hub, actor, issue, assignees(hub, body));
    }
    return view.issue(hub, issue);
  }),

  operation("issues/update", { on: "PATCH /repos/{owner}/{repo}/issues/{issue_number}", needs: writes }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    const issue = findIssue(repository, path.issue_number);
    if (issue.author !== actor.account) requireRole(hub, caller, repository, "triage");
    const title = titleOf(body);
    const text = body.textOrNull("body");
    if (title !== undefined || text !== undefined) {
      if (issue.author !== actor.account) requireRole(hub, caller, repository, "write");
      editIssue(hub, actor, issue, { title, body: text });
    }
    const state = body.choice("state", ["open", "closed"]);
    if (state === "closed") closeIssue(hub, actor, issue, body.choice("state_reason", closingReasons) ?? null);
    if (state === "open") reopen(hub, caller, issue);
    const labels = labelNames(body);
    if (isAtLeast(callerRole(hub, caller, repository), "triage")) {
      if (labels) setLabels(hub, actor, issue, labels);
      if (body.has("assignees")) {
        const wanted = assignees(hub, body);
        removeAssignees(
          hub,
          actor,
          issue,
          [...issue.assignees].filter((account) => !wanted.includes(account)),
        );
        addAssignees(hub, actor, issue, wanted);
      }
    }
    return view.issue(hub, issue);
  }),

  operation("issues/lock", { on: "PUT /repos/{owner}/{repo}/issues/{issue_number}/lock", status: 204, needs: writes }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    requireRole(hub, caller, repository, "write");
    lockIssue(hub, actor, findIssue(repository, path.issue_number), body.choice("lock_reason", lockReasons) ?? null);
    return undefined;
  }),

  operation("issues/unlock", { on: "DELETE /repos/{owner}/{repo}/issues/{issue_number}/lock", status: 204, needs: writes }, (context) => {
    const { hub, caller, actor, repository, path } = context;
    requireRole(hub, caller, repository, "write");
    unlockIssue(hub, actor, findIssue(repository, path.issue_number));
    return undefined;
  }),

  operation(
    "issues/add-assignees",
    { on: "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees", status: 201, needs: writes },
    ({ hub, caller, actor, repository, path, body }) => {
      requireRole(hub, caller, repository, "triage");
      const issue = findIssue(repository, path.issue_number);
      addAssignees(hub, actor, issue, assignees(hub, body));
      return view.issue(hub, issue);
    },
  ),

  operation(
    "issues/remove-assignees",
    { on: "DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees", needs: writes },
    ({ hub, caller, actor, repository, path, body }) => {
      requireRole(hub, caller, repository, "triage");
      const issue = findIssue(repository, path.issue_number);
      removeAssignees(hub, actor, issue, assignees(hub, body));
      return view.issue(hub, issue);
    },
  ),
];

function reopen(hub: Hub, caller: Caller, issue: Issue): void {
  const actor = actorOf(caller);
  if (issue.state === "open") return;
  // An author may reopen what the author closed; what others closed needs the right to triage.
  if (issue.closedBy !== actor.account) requireRole(hub, caller, issue.repository, "triage");
  if (issue.pull) reopenPull(hub, actor, issue.pull);
  else reopenIssue(hub, actor, issue);
}

function titleOf(body: JsonFields): string | undefined {
  return body.optionalText("title");
}

function assignees(hub: Hub, body: JsonFields): Account[] {
  return namedAccounts(hub, body.texts("assignees") ?? [], "Issue", "assignees");
}

function hasAssignee(issue: Issue, wanted: string | undefined): boolean {
  if (wanted === undefined || wanted === "*") return wanted === undefined || issue.assignees.size > 0;
  if (wanted === "none") return issue.assignees.size === 0;
  return [...issue.assignees].some((account) => account.login === wanted);
}

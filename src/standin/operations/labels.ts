import { notAccessible, requireRole } from "../access/authorize.ts";
import type { Caller } from "../access/caller.ts";
import { hasAccess } from "../access/permissions.ts";
import { addLabels, createLabel, deleteLabel, editLabel, knownLabel, removeLabel, setLabels } from "../acts/labels.ts";
import { notFound } from "../fail.ts";
import type { JsonFields } from "../http/json-fields.ts";
import { operation } from "../http/operation.ts";
import type { Hub } from "../hub.ts";
import type { Issue, Repository } from "../store/index.ts";
import * as view from "../view/index.ts";
import { findIssue } from "./find.ts";

const reads = ["issues:read", "pull_requests:read"] as const;
const writes = ["issues:write", "pull_requests:write"] as const;
const onIssue = "/repos/{owner}/{repo}/issues/{issue_number}/labels";

export const labelOperations = [
  operation("issues/list-labels-for-repo", { on: "GET /repos/{owner}/{repo}/labels", needs: reads }, ({ hub, repository, page }) =>
    page([...repository.labels.values()]).map((label) => view.label(hub, repository, label)),
  ),

  operation("issues/get-label", { on: "GET /repos/{owner}/{repo}/labels/{name}", needs: reads }, ({ hub, repository, path }) =>
    view.label(hub, repository, knownLabel(repository, path.name)),
  ),

  operation("issues/create-label", { on: "POST /repos/{owner}/{repo}/labels", status: 201, needs: writes }, (context) => {
    const { hub, caller, actor, repository, body } = context;
    requireRole(hub, caller, repository, "write", notFound);
    const text = {
      name: body.text("name"),
      color: body.optionalText("color") ?? null,
      description: body.optionalText("description") ?? null,
    };
    return view.label(hub, repository, createLabel(hub, actor, repository, text));
  }),

  operation("issues/update-label", { on: "PATCH /repos/{owner}/{repo}/labels/{name}", needs: writes }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    requireRole(hub, caller, repository, "write", notFound);
    const label = knownLabel(repository, path.name);
    const name = body.optionalText("new_name");
    const color = body.optionalText("color");
    const description = body.textOrNull("description");
    editLabel(hub, actor, repository, label, {
      ...(name === undefined ? {} : { name }),
      ...(color === undefined ? {} : { color }),
      ...(description === undefined ? {} : { description }),
    });
    return view.label(hub, repository, label);
  }),

  operation("issues/delete-label", { on: "DELETE /repos/{owner}/{repo}/labels/{name}", status: 204, needs: writes }, (context) => {
    const { hub, caller, actor, repository, path } = context;
    requireRole(hub, caller, repository, "write", notFound);
    deleteLabel(hub, actor, repository, knownLabel(repository, path.name));
    return undefined;
  }),

  operation("issues/list-labels-on-issue", { on: `GET ${onIssue}`, needs: reads }, ({ hub, repository, path, page }) =>
    page([...findIssue(repository, path.issue_number).labels]).map((label) => view.label(hub, repository, label)),
  ),

  operation("issues/add-labels", { on: `POST ${onIssue}`, needs: writes }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    const issue = findIssue(repository, path.issue_number);
    requireRole(hub, caller, repository, "triage");
    const names = labelNames(body) ?? [];
    checkCreation(caller, repository, names);
    addLabels(hub, actor, issue, names);
    return labelsOf(hub, issue);
  }),

  operation("issues/set-labels", { on: `PUT ${onIssue}`, needs: writes }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    const issue = findIssue(repository, path.issue_number);
    requireRole(hub, caller, repository, "triage");
    const names = labelNames(body) ?? [];
    checkCreation(caller, repository, names);
    setLabels(hub, actor, issue, names);
    return labelsOf(hub, issue);
  }),

  operation("issues/remove-label", { on: `DELETE ${onIssue}/{name}`, needs: writes }, (context) => {
    const { hub, caller, actor, repository, path } = context;
    const issue = findIssue(repository, path.issue_number);
    requireRole(hub, caller, repository, "triage");
    removeLabel(hub, actor, issue, path.name);
    return labelsOf(hub, issue);
  }),

  operation("issues/remove-all-labels", { on: `DELETE ${onIssue}`, status: 204, needs: writes }, (context) => {
    const { hub, caller, actor, repository, path } = context;
    const issue = findIssue(repository, path.issue_number);
    requireRole(hub, caller, repository, "triage");
    setLabels(hub, actor, issue, []);
    return undefined;
  }),
];

/** Names under `labels`, as strings or objects, or as a bare list, which GitHub takes though its description does not say so. */
export function labelNames(body: JsonFields): string[] | undefined {
  return body.names("labels") ?? body.names("");
}

// An App that may label pull requests still needs `issues: write` to bring a label into being.
function checkCreation(caller: Caller, repository: Repository, names: readonly string[]): void {
  const isNew = names.some((name) => !repository.labels.has(name.trim().toLowerCase()));
  if (isNew && caller.kind === "installation" && !hasAccess(caller.permissions, "issues", "write")) throw notAccessible();
}

function labelsOf(hub: Hub, issue: Issue) {
  return [...issue.labels].map((label) => view.label(hub, issue.repository, label));
}

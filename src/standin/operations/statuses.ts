import { requireRole } from "../access/authorize.ts";
import { createStatus } from "../acts/statuses.ts";
import { timestamp } from "../clock.ts";
import { notFound } from "../fail.ts";
import { operation } from "../http/operation.ts";
import type { Hub } from "../hub.ts";
import type { CommitStatus, Repository } from "../store/index.ts";
import * as view from "../view/index.ts";
import { knownRevision } from "./find.ts";

const states = ["error", "failure", "pending", "success"] as const;

export const statusOperations = [
  operation(
    "repos/create-commit-status",
    { on: "POST /repos/{owner}/{repo}/statuses/{sha}", status: 201, needs: ["statuses:write"] },
    (context) => {
      const { hub, caller, actor, repository, path, body } = context;
      requireRole(hub, caller, repository, "write", notFound);
      const status = createStatus(hub, actor, repository, path.sha, {
        state: body.choice("state", states) ?? "pending",
        context: body.optionalText("context") ?? "default",
        description: body.optionalText("description") ?? null,
        targetUrl: body.optionalText("target_url") ?? null,
      });
      return { ...shortView(hub, repository, path.sha, status), creator: view.simpleUser(hub, status.creator) };
    },
  ),

  operation(
    "repos/get-combined-status-for-ref",
    { on: "GET /repos/{owner}/{repo}/commits/{ref}/status", needs: ["statuses:read"] },
    (context) => {
      const { hub, repository, path, page } = context;
      const sha = knownRevision(repository, path.ref);
      const latest = [...new Map((repository.statuses.get(sha) ?? []).map((status) => [status.context, status])).values()];
      return {
        state: combined(latest),
        statuses: page(latest).map((status) => shortView(hub, repository, sha, status)),
        sha,
        total_count: latest.length,
        repository: view.repository(hub, repository),
        commit_url: `${view.repositoryUrl(hub, repository)}/commits/${sha}`,
        url: `${view.repositoryUrl(hub, repository)}/commits/${sha}/status`,
      };
    },
  ),
];

function shortView(hub: Hub, repository: Repository, sha: string, status: CommitStatus) {
  return {
    url: `${view.repositoryUrl(hub, repository)}/statuses/${sha}`,
    avatar_url: `${hub.urls.html}/avatars/${status.creator.id}`,
    id: status.id,
    node_id: view.nodeId("Status", status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: timestamp(status.createdAt),
    updated_at: timestamp(status.createdAt),
  };
}

function combined(statuses: readonly CommitStatus[]): string {
  if (statuses.some((status) => status.state === "error" || status.state === "failure")) return "failure";
  return statuses.length > 0 && statuses.every((status) => status.state === "success") ? "success" : "pending";
}

import { callerRole, requireRole } from "../access/authorize.ts";
import { isCollaborator, roleOf } from "../access/roles.ts";
import { createRepository, deleteRepository, forkRepository } from "../acts/repositories.ts";
import { Fail, forbidden, invalid, notFound } from "../fail.ts";
import type { JsonFields } from "../http/json-fields.ts";
import { operation } from "../http/operation.ts";
import type { Hub } from "../hub.ts";
import type { Account, Repository } from "../store/index.ts";
import * as view from "../view/index.ts";
import { findAccount, findOrganization } from "./find.ts";

export const repositoryOperations = [
  operation("repos/get", { on: "GET /repos/{owner}/{repo}", needs: ["metadata:read"] }, ({ hub, caller, repository }) =>
    view.fullRepository(hub, repository, callerRole(hub, caller, repository)),
  ),

  operation("repos/create-in-org", { on: "POST /orgs/{org}/repos", status: 201, needs: ["administration:write"] }, (context) => {
    const { hub, actor, body, path } = context;
    const organization = findOrganization(hub, path.org);
    if (organization.members.get(actor.account) !== "admin" && !actor.via)
      throw forbidden("You need admin access to the organization before adding a repository to it.");
    return view.fullRepository(hub, createRepository(hub, actor, wanted(hub, organization.account, body)), "admin");
  }),

  operation("repos/create-for-authenticated-user", { on: "POST /user/repos", status: 201 }, ({ hub, actor, body }) =>
    view.fullRepository(hub, createRepository(hub, actor, wanted(hub, actor.account, body)), "admin"),
  ),

  operation("repos/delete", { on: "DELETE /repos/{owner}/{repo}", status: 204, needs: ["administration:write"] }, (context) => {
    const { hub, caller, actor, repository } = context;
    requireRole(hub, caller, repository, "admin");
    deleteRepository(hub, actor, repository);
    return undefined;
  }),

  operation("repos/create-fork", { on: "POST /repos/{owner}/{repo}/forks", status: 202, needs: ["administration:write"] }, (context) => {
    const { hub, actor, body, repository } = context;
    const organization = body.optionalText("organization");
    const owner = organization === undefined ? actor.account : findOrganization(hub, organization).account;
    if (owner === repository.owner) throw forbidden("You cannot fork your own repository.");
    return view.fullRepository(hub, forkRepository(hub, actor, repository, owner, body.optionalText("name") ?? repository.name), "admin");
  }),

  operation("repos/list-forks", { on: "GET /repos/{owner}/{repo}/forks", needs: ["metadata:read"] }, ({ hub, repository, page }) =>
    page([...repository.forks]).map((fork) => view.repository(hub, fork)),
  ),

  operation(
    "repos/get-collaborator-permission-level",
    { on: "GET /repos/{owner}/{repo}/collaborators/{username}/permission", needs: ["metadata:read"] },
    ({ hub, path, repository }) => permissionLevel(hub, repository, findAccount(hub, path.username)),
  ),

  operation(
    "repos/check-collaborator",
    { on: "GET /repos/{owner}/{repo}/collaborators/{username}", status: 204, needs: ["metadata:read"] },
    ({ hub, path, repository }) => {
      if (!isCollaborator(hub, findAccount(hub, path.username), repository)) throw notFound();
      return undefined;
    },
  ),

  operation("repos/list-branches", { on: "GET /repos/{owner}/{repo}/branches", needs: ["contents:read"] }, ({ hub, repository, page }) => {
    const branches = [...repository.refs].filter(([ref]) => ref.startsWith("refs/heads/")).sort(([a], [b]) => (a < b ? -1 : 1));
    return page(branches).map(([ref, sha]) => {
      const name = ref.slice("refs/heads/".length);
      return {
        name,
        commit: { sha, url: `${view.repositoryUrl(hub, repository)}/commits/${sha}` },
        protected: repository.protections.has(name),
      };
    });
  }),
];

/** `permission` knows only four words, `role_name` all of them. */
function permissionLevel(hub: Hub, repository: Repository, account: Account) {
  const role = roleOf(hub, account, repository);
  const legacy = role === null ? "none" : role === "maintain" ? "write" : role === "triage" ? "read" : role;
  return {
    permission: legacy,
    role_name: role ?? "none",
    user: { ...view.simpleUser(hub, account), permissions: view.permissions(role), role_name: role ?? "none" },
  };
}

function wanted(hub: Hub, owner: Account, body: JsonFields) {
  const name = body.text("name").replaceAll(/[^A-Za-z0-9._-]/g, "-");
  if (name === "")
    throw new Fail(422, "Repository creation failed.", { errors: [{ resource: "Repository", field: "name", code: "missing_field" }] });
  if (hub.store.repository(owner.login, name)) {
    throw invalid({ resource: "Repository", code: "custom", field: "name", message: "name already exists on this account" });
  }
  return {
    owner,
    name,
    description: body.optionalText("description") ?? null,
    isPrivate: body.flag("private") ?? false,
    defaultBranch: "main",
    initialCommit: body.flag("auto_init") ?? false,
  };
}

import { notAccessible } from "../access/authorize.ts";
import type { Caller } from "../access/caller.ts";
import { hasAccess } from "../access/permissions.ts";
import { timestamp } from "../clock.ts";
import { notFound } from "../fail.ts";
import { operation } from "../http/operation.ts";
import type { Hub } from "../hub.ts";
import type { Organization } from "../store/index.ts";
import * as view from "../view/index.ts";
import { findAccount, findOrganization } from "./find.ts";

export const organizationOperations = [
  operation("orgs/get", { on: "GET /orgs/{org}" }, ({ hub, path }) => {
    const organization = findOrganization(hub, path.org);
    const { account } = organization;
    return {
      ...view.simpleOrganization(hub, organization),
      html_url: `${hub.urls.html}/${account.login}`,
      name: account.name ?? account.login,
      has_organization_projects: true,
      has_repository_projects: true,
      public_repos: [...hub.store.repositories.values()].filter((repository) => repository.owner === account).length,
      public_gists: 0,
      followers: 0,
      following: 0,
      type: "Organization",
      created_at: timestamp(account.createdAt),
      updated_at: timestamp(account.updatedAt),
      archived_at: null,
    };
  }),

  operation("orgs/list-members", { on: "GET /orgs/{org}/members" }, ({ hub, caller, path, query, page }) => {
    const organization = findOrganization(hub, path.org);
    const all = canReadMembers(caller, organization);
    const chosen = [...organization.members].filter(
      ([account, role]) => (all || organization.publicMembers.has(account)) && (!isRole(query.role) || role === query.role),
    );
    return page(chosen).map(([account]) => view.simpleUser(hub, account));
  }),

  // Outsiders are sent to the list of those who show that they belong.
  operation("orgs/check-membership-for-user", { on: "GET /orgs/{org}/members/{username}", status: 204 }, (context) => {
    const { hub, caller, path } = context;
    const organization = findOrganization(hub, path.org);
    if (!canReadMembers(caller, organization)) {
      context.setHeader(
        "location",
        `${hub.urls.api}/orgs/${encodeURIComponent(path.org)}/public_members/${encodeURIComponent(path.username)}`,
      );
      context.setStatus(302);
      return undefined;
    }
    if (!organization.members.has(findAccount(hub, path.username))) throw notFound();
    return undefined;
  }),

  operation("orgs/check-public-membership-for-user", { on: "GET /orgs/{org}/public_members/{username}", status: 204 }, ({ hub, path }) => {
    if (!findOrganization(hub, path.org).publicMembers.has(findAccount(hub, path.username))) throw notFound();
    return undefined;
  }),

  operation("orgs/get-membership-for-user", { on: "GET /orgs/{org}/memberships/{username}", needs: ["members:read"] }, (context) => {
    const { hub, caller, path } = context;
    const organization = findOrganization(hub, path.org);
    if (!canReadMembers(caller, organization)) throw caller.kind === "installation" ? notAccessible() : notFound();
    const account = findAccount(hub, path.username);
    const role = organization.members.get(account);
    if (!role) throw notFound();
    return membership(hub, organization, account.login, role);
  }),
];

function membership(hub: Hub, organization: Organization, login: string, role: "admin" | "member") {
  const url = `${hub.urls.api}/orgs/${organization.account.login}`;
  return {
    url: `${url}/memberships/${login}`,
    state: "active" as const,
    role,
    organization_url: url,
    organization: view.simpleOrganization(hub, organization),
    user: view.simpleUser(hub, findAccount(hub, login)),
  };
}

function canReadMembers(caller: Caller, organization: Organization): boolean {
  if (caller.kind === "installation")
    return caller.installation.account === organization.account && hasAccess(caller.permissions, "members", "read");
  return caller.kind === "user" && organization.members.has(caller.account);
}

function isRole(text: string | undefined): boolean {
  return text === "admin" || text === "member";
}

import { notAccessible } from "../access/authorize.ts";
import type { Caller } from "../access/caller.ts";
import { hasAccess } from "../access/permissions.ts";
import { allTeamMembers, isTeamMember, teamRole } from "../access/roles.ts";
import { forbidden, notFound } from "../fail.ts";
import { operation } from "../http/operation.ts";
import type { Hub } from "../hub.ts";
import type { Organization, Team } from "../store/index.ts";
import * as view from "../view/index.ts";
import { findAccount, findOrganization, findTeamBySlug } from "./find.ts";

const one = "/orgs/{org}/teams/{team_slug}";

export const teamOperations = [
  operation("teams/list", { on: "GET /orgs/{org}/teams", needs: ["members:read"] }, ({ hub, caller, path, page }) => {
    const organization = readableOrganization(hub, caller, path.org);
    return page([...organization.teams.values()].filter((team) => canSeeTeam(caller, team))).map((team) => view.team(hub, team));
  }),

  operation("teams/get-by-name", { on: `GET ${one}`, needs: ["members:read"] }, ({ hub, caller, path }) =>
    view.fullTeam(hub, readableTeam(hub, caller, path.org, path.team_slug)),
  ),

  operation("teams/list-child-in-org", { on: `GET ${one}/teams`, needs: ["members:read"] }, ({ hub, caller, path, page }) =>
    page([...readableTeam(hub, caller, path.org, path.team_slug).children]).map((team) => view.team(hub, team)),
  ),

  operation("teams/list-members-in-org", { on: `GET ${one}/members`, needs: ["members:read"] }, ({ hub, caller, path, query, page }) => {
    const members = [...allTeamMembers(readableTeam(hub, caller, path.org, path.team_slug))];
    const chosen = members.filter(([, role]) => query.role === undefined || query.role === "all" || role === query.role);
    return page(chosen).map(([account]) => view.simpleUser(hub, account));
  }),

  operation("teams/get-membership-for-user-in-org", { on: `GET ${one}/memberships/{username}`, needs: ["members:read"] }, (context) => {
    const { hub, caller, path } = context;
    const team = readableTeam(hub, caller, path.org, path.team_slug);
    const account = findAccount(hub, path.username);
    if (!isTeamMember(team, account)) throw notFound();
    const url = `${hub.urls.api}/organizations/${team.organization.account.id}/team/${team.id}/memberships/${account.login}`;
    return { url, role: team.members.get(account) ?? "member", state: "active" as const };
  }),

  operation("teams/list-repos-in-org", { on: `GET ${one}/repos`, needs: ["members:read"] }, ({ hub, caller, path, page }) => {
    const team = readableTeam(hub, caller, path.org, path.team_slug);
    const repositories = [...hub.store.repositories.values()].filter((repository) => teamRole(team, repository) !== null);
    return page(repositories).map((repository) => ({
      ...view.repository(hub, repository),
      permissions: view.permissions(teamRole(team, repository)),
      role_name: teamRole(team, repository) ?? "none",
    }));
  }),
];

/** The organisation, if the caller may read its members: an owner or member, or an App installed there with `members: read`. */
function readableOrganization(hub: Hub, caller: Caller, login: string): Organization {
  const organization = findOrganization(hub, login);
  if (caller.kind === "installation") {
    if (caller.installation.account !== organization.account) throw notAccessible();
    if (!hasAccess(caller.permissions, "members", "read")) throw notAccessible();
    return organization;
  }
  if (caller.kind !== "user" || !organization.members.has(caller.account)) throw forbidden("Must be a member of the organization.");
  return organization;
}

function readableTeam(hub: Hub, caller: Caller, org: string, slug: string): Team {
  const team = findTeamBySlug(readableOrganization(hub, caller, org), slug);
  if (!canSeeTeam(caller, team)) throw notFound();
  return team;
}

function canSeeTeam(caller: Caller, team: Team): boolean {
  if (team.privacy !== "secret" || caller.kind === "installation") return true;
  if (caller.kind !== "user") return false;
  return isTeamMember(team, caller.account) || team.organization.members.get(caller.account) === "admin";
}

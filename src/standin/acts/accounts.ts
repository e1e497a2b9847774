import type { Actor, Hub } from "../hub.ts";
import type { Account, AccountKind, Organization, Repository, Role, Team } from "../store/index.ts";
import { repository as repositoryView, simpleUser, team as teamView } from "../view/index.ts";
import { announce, announceOrganization, announceTeam } from "./announce.ts";

export function createAccount(
  hub: Hub,
  login: string,
  kind: AccountKind,
  more: { id?: number; name?: string; email?: string } = {},
): Account {
  const now = hub.clock.milliseconds();
  const account: Account = {
    id: more.id ?? hub.store.nextId(),
    login,
    kind,
    name: more.name ?? null,
    email: more.email ?? null,
    createdAt: now,
    updatedAt: now,
    deleted: false,
  };
  hub.store.addAccount(account);
  return account;
}

export function createOrganization(hub: Hub, login: string, basePermission: Organization["basePermission"]): Organization {
  const account = createAccount(hub, login, "Organization");
  const organization: Organization = { account, members: new Map(), publicMembers: new Set(), basePermission, teams: new Map() };
  hub.store.organizations.set(account, organization);
  return organization;
}

export function addMember(hub: Hub, actor: Actor, organization: Organization, account: Account, role: "admin" | "member"): void {
  const known = organization.members.has(account);
  organization.members.set(account, role);
  if (!known)
    announceOrganization(hub, actor, organization, "organization", "member_added", () => membership(hub, organization, account, role));
}

/** Leaves every team too. */
export function removeMember(hub: Hub, actor: Actor, organization: Organization, account: Account): void {
  const role = organization.members.get(account);
  if (!role) return;
  for (const team of organization.teams.values()) removeTeamMember(hub, actor, team, account);
  organization.members.delete(account);
  organization.publicMembers.delete(account);
  announceOrganization(hub, actor, organization, "organization", "member_removed", () => membership(hub, organization, account, role));
}

export function createTeam(
  hub: Hub,
  actor: Actor,
  organization: Organization,
  wanted: { name: string; description: string | null; privacy: Team["privacy"]; parent: Team | null },
): Team {
  const slug = wanted.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  if (organization.teams.has(slug)) throw new Error(`The team ${organization.account.login}/${slug} exists already.`);
  const now = hub.clock.milliseconds();
  const team: Team = {
    ...wanted,
    id: hub.store.nextId(),
    organization,
    slug,
    children: new Set(),
    members: new Map(),
    repositories: new Map(),
    createdAt: now,
    updatedAt: now,
  };
  organization.teams.set(slug, team);
  hub.store.teamsById.set(team.id, team);
  wanted.parent?.children.add(team);
  announceTeam(hub, actor, team, "created");
  return team;
}

/** Members of a team are members of the organisation. */
export function addTeamMember(hub: Hub, actor: Actor, team: Team, account: Account, role: "member" | "maintainer"): void {
  if (!team.organization.members.has(account)) addMember(hub, actor, team.organization, account, "member");
  const known = team.members.has(account);
  team.members.set(account, role);
  if (!known) announceMembership(hub, actor, team, account, "added");
}

export function removeTeamMember(hub: Hub, actor: Actor, team: Team, account: Account): void {
  if (team.members.delete(account)) announceMembership(hub, actor, team, account, "removed");
}

export function grantTeam(hub: Hub, actor: Actor, team: Team, repository: Repository, role: Role): void {
  const known = team.repositories.has(repository);
  team.repositories.set(repository, role);
  if (!known) announceTeam(hub, actor, team, "added_to_repository", () => ({ repository: repositoryView(hub, repository) }));
}

export function setCollaborator(hub: Hub, actor: Actor, repository: Repository, account: Account, role: Role | null): void {
  const known = repository.collaborators.has(account);
  if (role) repository.collaborators.set(account, role);
  else repository.collaborators.delete(account);
  if (known === (role !== null)) return;
  announce(hub, actor, repository, "member", role ? "added" : "removed", () => ({ member: simpleUser(hub, account) }));
}

function announceMembership(hub: Hub, actor: Actor, team: Team, account: Account, action: "added" | "removed"): void {
  announceOrganization(hub, actor, team.organization, "membership", action, () => ({
    scope: "team",
    member: simpleUser(hub, account),
    team: teamView(hub, team),
  }));
}

function membership(hub: Hub, organization: Organization, account: Account, role: "admin" | "member"): object {
  const url = `${hub.urls.api}/orgs/${organization.account.login}`;
  return {
    membership: {
      url: `${url}/memberships/${account.login}`,
      state: "active",
      role,
      organization_url: url,
      user: simpleUser(hub, account),
    },
  };
}

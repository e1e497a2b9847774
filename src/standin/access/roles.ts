import type { Hub } from "../hub.ts";
import { type Account, type Organization, type Repository, type Role, roles, type Team } from "../store/index.ts";

/** What a person may do in a repository: the strongest of ownership, membership, teams and invitation; null when it is invisible. */
export function roleOf(hub: Hub, account: Account | null, repository: Repository): Role | null {
  const granted: Role[] = repository.isPrivate ? [] : ["read"];
  if (account && !account.deleted) granted.push(...grants(hub, account, repository));
  return granted.reduce<Role | null>((best, role) => (best === null || isAtLeast(role, best) ? role : best), null);
}

function* grants(hub: Hub, account: Account, repository: Repository): Generator<Role> {
  if (account === repository.owner) yield "admin";
  const invited = repository.collaborators.get(account);
  if (invited) yield invited;
  const organization = hub.store.organizations.get(repository.owner);
  const membership = organization?.members.get(account);
  if (!organization || !membership) return;
  if (membership === "admin") yield "admin";
  if (organization.basePermission !== "none") yield organization.basePermission;
  for (const team of organization.teams.values()) {
    const role = team.repositories.get(repository);
    if (role && isTeamMember(team, account)) yield role;
  }
}

/** Who is more than a reader of something public: by ownership, membership, team or invitation. */
export function isCollaborator(hub: Hub, account: Account, repository: Repository): boolean {
  return !account.deleted && [...grants(hub, account, repository)].length > 0;
}

export function isAtLeast(role: Role | null, needed: Role): boolean {
  return role !== null && roles.indexOf(role) >= roles.indexOf(needed);
}

/** Members of child teams belong to the parent too. */
export function isTeamMember(team: Team, account: Account): boolean {
  return team.members.has(account) || [...team.children].some((child) => isTeamMember(child, account));
}

export function allTeamMembers(team: Team): Map<Account, "member" | "maintainer"> {
  const inherited = [...team.children].flatMap((child) => [...allTeamMembers(child).keys()]);
  return new Map([...inherited.map((account) => [account, "member"] as const), ...team.members]);
}

/** The role that a team, or a team above it, has in a repository. */
export function teamRole(team: Team, repository: Repository): Role | null {
  return team.repositories.get(repository) ?? (team.parent ? teamRole(team.parent, repository) : null);
}

export function findTeam(organization: Organization, slug: string): Team | undefined {
  return organization.teams.get(slug.toLowerCase());
}

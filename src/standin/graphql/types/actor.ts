import { isTeamMember } from "../../access/roles.ts";
import { timestamp } from "../../clock.ts";
import type { Account, Team } from "../../store/index.ts";
import { nodeId } from "../../view/index.ts";
import { type GraphqlContext, requireRead } from "../context.ts";
import type { Fields, TypeModule } from "../type-module.ts";

/** A deleted account is nobody: GraphQL answers null where REST names the ghost. */
export function actor(account: Account): Account | null {
  return account.deleted ? null : account;
}

/** GraphQL leaves out the `[bot]` of the name that REST gives. */
function graphqlLogin(account: Account): string {
  return account.kind === "Bot" ? account.login.replace(/\[bot\]$/, "") : account.login;
}

/** Whoever was asked for a review. A team shows to members of its organisation, and to Apps that may read those. */
export function reviewer(whom: Account | Team, context: GraphqlContext): Account | Team | null {
  if ("login" in whom) return actor(whom);
  requireRead(context, null, "members");
  return context.caller.kind === "user" && !seesTeam(context.caller.account, whom) ? null : whom;
}

function seesTeam(account: Account, team: Team): boolean {
  const membership = team.organization.members.get(account);
  return membership === "admin" || (membership !== undefined && (team.privacy === "closed" || isTeamMember(team, account)));
}

function pagePath(account: Account): string {
  return account.kind === "Bot" ? `/apps/${graphqlLogin(account)}` : `/${account.login}`;
}

const accountFields: Fields<Account> = {
  id: (account) => nodeId(account.kind, account.id),
  databaseId: (account) => account.id,
  login: graphqlLogin,
  avatarUrl: (account, _, { hub }) => `${hub.urls.html}/avatars/${account.id}`,
  resourcePath: pagePath,
  url: (account, _, { hub }) => hub.urls.html + pagePath(account),
  createdAt: (account) => timestamp(account.createdAt),
  updatedAt: (account) => timestamp(account.updatedAt),
};

const named: Fields<Account> = { ...accountFields, name: (account) => account.name };

const teamFields: Fields<Team> = {
  id: (team) => nodeId("Team", team.id),
  databaseId: (team) => team.id,
  name: (team) => team.name,
  slug: (team) => team.slug,
  combinedSlug: (team) => `${team.organization.account.login}/${team.slug}`,
  description: (team) => team.description,
  organization: (team) => team.organization.account,
  parentTeam: (team) => team.parent,
  url: (team, _, { hub }) => `${hub.urls.html}/orgs/${team.organization.account.login}/teams/${team.slug}`,
};

const actorSdl = "avatarUrl(size: Int): URI! login: String! resourcePath: URI! url: URI!";
const dated = "createdAt: DateTime! updatedAt: DateTime! databaseId: Int";

export const actorTypes: TypeModule = {
  sdl: /* GraphQL */ `
  interface Actor { ${actorSdl} }
  interface RepositoryOwner { id: ID! ${actorSdl} }
  type User implements Actor & Node & RepositoryOwner { id: ID! ${actorSdl} ${dated} name: String }
  type Organization implements Actor & Node & RepositoryOwner { id: ID! ${actorSdl} ${dated} name: String }
  type Bot implements Actor & Node { id: ID! ${actorSdl} ${dated} }
  type Mannequin implements Actor & Node { id: ID! ${actorSdl} ${dated} }
  type Team implements Node {
    id: ID!
    databaseId: Int
    name: String!
    slug: String!
    combinedSlug: String!
    description: String
    organization: Organization!
    parentTeam: Team
    url: URI!
  }
  union RequestedReviewer = Bot | Mannequin | Team | User
  union Assignee = Bot | Mannequin | Organization | User`,
  types: { User: named, Organization: named, Bot: accountFields, Mannequin: accountFields, Team: teamFields },
  abstract: {
    Actor: kindOf,
    RepositoryOwner: kindOf,
    Assignee: kindOf,
    RequestedReviewer: (whom: Account | Team) => ("login" in whom ? whom.kind : "Team"),
  },
};

function kindOf(account: Account): string {
  return account.kind;
}

import { timestamp } from "../clock.ts";
import type { Hub } from "../hub.ts";
import type { Account, Organization, Team } from "../store/index.ts";
import { nodeId } from "./node-id.ts";
import type { Schemas } from "./schemas.ts";

/** Whom GitHub shows for an account: the ghost for one that was deleted. */
function shown(hub: Hub, account: Account): Account {
  return account.deleted ? hub.store.ghost : account;
}

/** Also where GitHub speaks of an organisation or a bot. `satisfies`, as the published forms of it differ in what they leave open. */
export function simpleUser(hub: Hub, record: Account) {
  const account = shown(hub, record);
  const login = encodeURIComponent(account.login);
  const url = `${hub.urls.api}/users/${login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.kind, account.id),
    avatar_url: `${hub.urls.html}/avatars/${account.id}`,
    gravatar_id: "",
    url,
    html_url: account.kind === "Bot" ? `${hub.urls.html}/apps/${account.login.replace("[bot]", "")}` : `${hub.urls.html}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.kind,
    user_view_type: "public",
    site_admin: false,
  } satisfies Schemas["simple-user"];
}

export function publicUser(hub: Hub, account: Account): Schemas["public-user"] {
  return {
    ...simpleUser(hub, account),
    user_view_type: "public",
    name: account.name,
    company: null,
    blog: "",
    location: null,
    email: account.email,
    hireable: null,
    bio: null,
    public_repos: [...hub.store.repositories.values()].filter((repository) => repository.owner === account).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: timestamp(account.createdAt),
    updated_at: timestamp(account.updatedAt),
  };
}

export function simpleOrganization(hub: Hub, organization: Organization): Schemas["organization-simple-webhooks"] {
  const { account } = organization;
  const url = `${hub.urls.api}/orgs/${encodeURIComponent(account.login)}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId("Organization", account.id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${hub.urls.html}/avatars/${account.id}`,
    description: null,
  };
}

/** A team without its parent, as GitHub nests it. */
export function simpleTeam(hub: Hub, team: Team): Schemas["team-simple"] {
  const { account } = team.organization;
  const url = `${hub.urls.api}/organizations/${account.id}/team/${team.id}`;
  return {
    id: team.id,
    node_id: nodeId("Team", team.id),
    name: team.name,
    slug: team.slug,
    description: team.description,
    privacy: team.privacy,
    notification_setting: "notifications_enabled",
    url,
    html_url: `${hub.urls.html}/orgs/${account.login}/teams/${team.slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    permission: "pull",
    type: "organization",
    organization_id: account.id,
  };
}

export function team(hub: Hub, record: Team): Schemas["team"] {
  return { ...simpleTeam(hub, record), parent: record.parent && simpleTeam(hub, record.parent) };
}

export function fullTeam(hub: Hub, record: Team): Schemas["team-full"] {
  const { account } = record.organization;
  return {
    ...team(hub, record),
    privacy: record.privacy,
    notification_setting: "notifications_enabled",
    members_count: record.members.size,
    repos_count: record.repositories.size,
    created_at: timestamp(record.createdAt),
    updated_at: timestamp(record.updatedAt),
    organization: {
      ...simpleOrganization(hub, record.organization),
      name: account.name ?? account.login,
      html_url: `${hub.urls.html}/${account.login}`,
      has_organization_projects: true,
      has_repository_projects: true,
      public_repos: 0,
      public_gists: 0,
      followers: 0,
      following: 0,
      type: "Organization",
      created_at: timestamp(account.createdAt),
      updated_at: timestamp(account.updatedAt),
      archived_at: null,
    },
  };
}

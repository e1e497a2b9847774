import { findTeam } from "../access/roles.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Account, App, Installation, Issue, Organization, Repository, Team } from "../store/index.ts";

/** Records by the names that tests and the sandbox use; throws, saying what is missing. */
export function accountNamed(hub: Hub, login: string): Account {
  return hub.store.account(login) ?? missing(`account ${login}`);
}

export function organizationNamed(hub: Hub, login: string): Organization {
  return hub.store.organization(login) ?? missing(`organisation ${login}`);
}

/** `organisation/slug`. */
export function teamNamed(hub: Hub, fullName: string): Team {
  const [login = "", slug = ""] = fullName.split("/");
  return findTeam(organizationNamed(hub, login), slug) ?? missing(`team ${fullName}`);
}

/** `owner/name`. */
export function repositoryNamed(hub: Hub, fullName: string): Repository {
  const [owner = "", name = ""] = fullName.split("/");
  return hub.store.repository(owner, name) ?? missing(`repository ${fullName}`);
}

export function issueNumbered(hub: Hub, fullName: string, number: number): Issue {
  return repositoryNamed(hub, fullName).issues.get(number) ?? missing(`issue ${fullName}#${number}`);
}

export function appNamed(hub: Hub, slug: string): App {
  return [...hub.store.apps.values()].find((app) => app.slug === slug) ?? missing(`App ${slug}`);
}

export function installationOf(hub: Hub, slug: string, login: string): Installation {
  const account = accountNamed(hub, login);
  return (
    [...appNamed(hub, slug).installations].find((entry) => entry.account === account) ?? missing(`installation of ${slug} on ${login}`)
  );
}

/** As whom the world acts for an account: itself, or an owner of the organisation. */
export function actorFor(hub: Hub, account: Account): Actor {
  const owners = [...(hub.store.organizations.get(account)?.members ?? [])].filter(([, role]) => role === "admin");
  return { account: owners[0]?.[0] ?? account, via: null };
}

export function actorNamed(hub: Hub, login: string): Actor {
  return { account: accountNamed(hub, login), via: null };
}

function missing(what: string): never {
  throw new Error(`The stand-in has no ${what}.`);
}

import { findTeam } from "../access/roles.ts";
import { Fail, invalid, notFound } from "../fail.ts";
import type { Hub } from "../hub.ts";
import type { Account, Comment, Issue, Organization, Pull, Repository, Team } from "../store/index.ts";

/** Records by the names and numbers of a path; 404 for what is not there. */
export function findIssue(repository: Repository, number: number): Issue {
  const issue = repository.issues.get(number);
  if (!issue) throw notFound();
  return issue;
}

export function findPull(repository: Repository, number: number): Pull {
  const { pull } = findIssue(repository, number);
  if (!pull) throw notFound();
  return pull;
}

export function findComment(hub: Hub, repository: Repository, id: number): Comment {
  const comment = hub.store.commentsById.get(id);
  if (comment?.issue.repository !== repository) throw notFound();
  return comment;
}

export function findAccount(hub: Hub, login: string): Account {
  const account = hub.store.account(login);
  if (!account || account.deleted) throw notFound();
  return account;
}

export function findOrganization(hub: Hub, login: string): Organization {
  const organization = hub.store.organization(login);
  if (!organization) throw notFound();
  return organization;
}

export function findTeamBySlug(organization: Organization, slug: string): Team {
  const team = findTeam(organization, slug);
  if (!team) throw notFound();
  return team;
}

/** Accounts that a body names; an unknown one refuses the request. */
export function namedAccounts(hub: Hub, logins: readonly string[], resource: string, field: string): Account[] {
  return logins.map((login) => {
    const account = hub.store.account(login);
    if (!account || account.deleted) throw invalid({ resource, field, code: "invalid", value: login });
    return account;
  });
}

/** The commit that a sha, branch, tag or whole ref names. */
export function findRevision(repository: Repository, name: string): string | undefined {
  const { objects, refs } = repository;
  if (/^[0-9a-f]{40}$/.test(name) && objects.commit(name)) return name;
  const pullNumber = /^(?:refs\/)?pull\/(\d+)\/head$/.exec(name)?.[1];
  if (pullNumber !== undefined) return repository.issues.get(Number(pullNumber))?.pull?.headSha;
  if (name === "HEAD" || name === "") return refs.get(`refs/heads/${repository.defaultBranch}`);
  return refs.get(name) ?? refs.get(`refs/${name}`) ?? refs.get(`refs/heads/${name}`) ?? refs.get(`refs/tags/${name}`);
}

export function knownRevision(repository: Repository, name: string): string {
  const sha = findRevision(repository, name);
  if (sha === undefined) throw new Fail(404, `No commit found for the ref ${name}`);
  return sha;
}

import type { Actor, Hub } from "../hub.ts";
import type { CheckRun, CheckSuite, Comment, Issue, Label, Organization, Pull, Repository, Team } from "../store/index.ts";
import * as view from "../view/index.ts";

/** Reports what happened in a repository to every App that listens. */
export function announce(hub: Hub, actor: Actor, repository: Repository, name: string, action: string | null, payload: () => object): void {
  const organization = hub.store.organizations.get(repository.owner) ?? null;
  hub.emit({ name, action, sender: actor.account, repository, organization, only: null, payload });
}

export function announceIssue(hub: Hub, actor: Actor, issue: Issue, action: string, more: () => object = () => ({})): void {
  if (issue.pull) announcePull(hub, actor, issue.pull, action, more);
  else announce(hub, actor, issue.repository, "issues", action, () => ({ issue: issueInHook(hub, issue), ...more() }));
}

export function announcePull(hub: Hub, actor: Actor, pull: Pull, action: string, more: () => object = () => ({})): void {
  announce(hub, actor, pull.issue.repository, "pull_request", action, () => ({
    number: pull.issue.number,
    pull_request: view.pull(hub, pull),
    ...more(),
  }));
}

export function announceComment(hub: Hub, actor: Actor, comment: Comment, action: string, more: () => object = () => ({})): void {
  announce(hub, actor, comment.issue.repository, "issue_comment", action, () => ({
    issue: issueInHook(hub, comment.issue),
    comment: view.comment(hub, comment),
    ...more(),
  }));
}

export function announceLabel(
  hub: Hub,
  actor: Actor,
  repository: Repository,
  label: Label,
  action: string,
  more: () => object = () => ({}),
): void {
  announce(hub, actor, repository, "label", action, () => ({ label: view.label(hub, repository, label), ...more() }));
}

/** Apps hear of their own runs without subscribing. */
export function announceCheckRun(hub: Hub, actor: Actor, run: CheckRun, action: string): void {
  announce(hub, actor, run.suite.repository, "check_run", action, () => ({ check_run: view.checkRunInHook(hub, run) }));
}

/** A suite is announced to the App that it belongs to. */
export function announceCheckSuite(hub: Hub, actor: Actor, suite: CheckSuite, action: string): void {
  const { repository } = suite;
  hub.emit({
    name: "check_suite",
    action,
    sender: actor.account,
    repository,
    organization: hub.store.organizations.get(repository.owner) ?? null,
    only: [suite.app],
    payload: () => ({ check_suite: view.checkSuite(hub, suite) }),
  });
}

export function announceTeam(hub: Hub, actor: Actor, team: Team, action: string, more: () => object = () => ({})): void {
  announceOrganization(hub, actor, team.organization, "team", action, () => ({ team: view.team(hub, team), ...more() }));
}

export function announceOrganization(
  hub: Hub,
  actor: Actor,
  organization: Organization,
  name: string,
  action: string,
  payload: () => object,
): void {
  hub.emit({ name, action, sender: actor.account, repository: null, organization, only: null, payload });
}

// Payloads leave out who closed an issue.
function issueInHook(hub: Hub, issue: Issue): object {
  const { closed_by, ...rest } = view.issue(hub, issue);
  return rest;
}

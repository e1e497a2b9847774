import { requireRole } from "../access/authorize.ts";
import { findTeam } from "../access/roles.ts";
import { removeReviewers, requestReviewers } from "../acts/reviewers.ts";
import { Fail } from "../fail.ts";
import { operation } from "../http/operation.ts";
import type { Hub } from "../hub.ts";
import type { Repository, Team } from "../store/index.ts";
import * as view from "../view/index.ts";
import { findPull } from "./find.ts";

const address = "/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers";

export const reviewerOperations = [
  operation("pulls/list-requested-reviewers", { on: `GET ${address}`, needs: ["pull_requests:read"] }, ({ hub, repository, path }) => {
    const pull = findPull(repository, path.pull_number);
    return {
      users: [...pull.requestedUsers].map((user) => view.simpleUser(hub, user)),
      teams: [...pull.requestedTeams].map((team) => view.team(hub, team)),
    };
  }),

  operation("pulls/request-reviewers", { on: `POST ${address}`, status: 201, needs: ["pull_requests:write"] }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    const pull = findPull(repository, path.pull_number);
    requireRole(hub, caller, repository, "triage");
    const users = named(body.texts("reviewers"), (login) => hub.store.account(login), repository, "users");
    const teams = named(body.texts("team_reviewers"), (slug) => teamOf(hub, repository, slug), repository, "teams");
    requestReviewers(hub, actor, pull, users, teams);
    return view.pullInList(hub, pull);
  }),

  operation("pulls/remove-requested-reviewers", { on: `DELETE ${address}`, needs: ["pull_requests:write"] }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    const pull = findPull(repository, path.pull_number);
    requireRole(hub, caller, repository, "triage");
    const users = (body.texts("reviewers") ?? []).flatMap((login) => present(hub.store.account(login)));
    const teams = (body.texts("team_reviewers") ?? []).flatMap((slug) => present(teamOf(hub, repository, slug)));
    removeReviewers(hub, actor, pull, users, teams);
    return view.pullInList(hub, pull);
  }),
];

function teamOf(hub: Hub, repository: Repository, slug: string): Team | undefined {
  const organization = hub.store.organizations.get(repository.owner);
  return organization && findTeam(organization, slug);
}

function present<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

// Who does not exist is refused like who has no access.
function named<T>(names: readonly string[] | undefined, find: (name: string) => T | undefined, repository: Repository, what: string): T[] {
  return (names ?? []).map((name) => {
    const found = find(name);
    if (found !== undefined) return found;
    throw new Fail(
      422,
      `Reviews may only be requested from collaborators. One or more of the ${what} you specified is not a collaborator of the ` +
        `${repository.owner.login}/${repository.name} repository.`,
    );
  });
}

import { isCollaborator, teamRole } from "../access/roles.ts";
import { Fail } from "../fail.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Account, Pull, Team } from "../store/index.ts";
import { simpleTeam, simpleUser } from "../view/index.ts";
import { announcePull } from "./announce.ts";
import { recordEvent } from "./record-event.ts";

const mostRequested = 15;

/** Asks for reviews, all or none: one that cannot be asked refuses the whole request. */
export function requestReviewers(hub: Hub, actor: Actor, pull: Pull, users: readonly Account[], teams: readonly Team[]): void {
  const { repository } = pull.issue;
  if (users.includes(pull.issue.author)) throw refused("Review cannot be requested from pull request author.");
  if (users.some((user) => user.kind !== "User" || !isCollaborator(hub, user, repository))) {
    throw refused(
      "Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the " +
        `${repository.owner.login}/${repository.name} repository.`,
    );
  }
  if (teams.some((team) => teamRole(team, repository) === null)) {
    throw refused(
      "Reviews may only be requested from collaborators. One or more of the teams you specified is not a collaborator of the " +
        `${repository.owner.login}/${repository.name} repository.`,
    );
  }
  if (new Set([...pull.requestedUsers, ...users]).size + new Set([...pull.requestedTeams, ...teams]).size > mostRequested) {
    throw refused(`A pull request can have at most ${mostRequested} requested reviewers.`);
  }
  for (const user of users) {
    if (pull.requestedUsers.has(user)) continue;
    pull.requestedUsers.add(user);
    tell(hub, actor, pull, "review_requested", user);
  }
  for (const team of teams) {
    if (pull.requestedTeams.has(team)) continue;
    pull.requestedTeams.add(team);
    tell(hub, actor, pull, "review_requested", team);
  }
}

export function removeReviewers(hub: Hub, actor: Actor, pull: Pull, users: readonly Account[], teams: readonly Team[]): void {
  for (const user of users) if (pull.requestedUsers.delete(user)) tell(hub, actor, pull, "review_request_removed", user);
  for (const team of teams) if (pull.requestedTeams.delete(team)) tell(hub, actor, pull, "review_request_removed", team);
}

function tell(hub: Hub, actor: Actor, pull: Pull, kind: "review_requested" | "review_request_removed", reviewer: Account | Team): void {
  recordEvent(hub, actor, pull.issue, { kind, reviewer });
  announcePull(hub, actor, pull, kind, () =>
    "login" in reviewer ? { requested_reviewer: simpleUser(hub, reviewer) } : { requested_team: simpleTeam(hub, reviewer) },
  );
}

function refused(sentence: string): Fail {
  return new Fail(422, sentence, {
    documentationUrl: "https://docs.github.com/rest/pulls/review-requests#request-reviewers-for-a-pull-request",
  });
}

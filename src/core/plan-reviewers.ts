import type { Effect } from "../domain/effect.ts";
import type { Route } from "../domain/route.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";
import { ownersOf, personOf, resolveElectorate } from "../routing/route/index.ts";

/** GitHub takes 15 users and teams in all (pulls/request-reviewers). */
const most = 15;

interface Asked {
  readonly governance: Governance;
  readonly route: Route;
  readonly authors: readonly string[];
  readonly sponsor: string | null;
  readonly today: string;
}

/**
 * Asks those who act first: the group that decides or recommends, else the deciding authority. A team where the rules name one,
 * else its people. Nobody twice: whoever was asked before, by anyone, has been told, and may have been taken off by a person.
 */
export function planReviewers(asked: Asked, { pullRequest, self }: Pick<Snapshot, "pullRequest" | "self">): readonly Effect[] {
  if (pullRequest.draft || pullRequest.state !== "open") return [];
  const { governance, authors, sponsor } = asked;
  const candidates = whoActs(asked);
  const before = pullRequest.reviewRequestEvents;
  const teams = candidates.teams.filter(
    (slug) => !pullRequest.requestedTeams.includes(slug) && !before.some(({ team, reviewer }) => team && reviewer === slug),
  );
  const own = ownersOf({ governance, authors: [...authors, pullRequest.author.login, self.login], sponsor });
  const users = candidates.users.filter(
    (login) =>
      !own.has(personOf(login, asked)) &&
      !has(pullRequest.requestedUsers, login) &&
      !before.some(({ team, reviewer }) => !team && same(reviewer, login)),
  );
  const room = Math.max(0, most - pullRequest.requestedUsers.length - pullRequest.requestedTeams.length);
  const asking = { teams: teams.slice(0, room), users: users.slice(0, Math.max(0, room - teams.length)) };
  return asking.teams.length + asking.users.length === 0 ? [] : [{ kind: "request-reviewers", ...asking }];
}

function whoActs(asked: Asked): { readonly users: readonly string[]; readonly teams: readonly string[] } {
  const { governance, route } = asked;
  const groups = route.group === null ? [] : [route.group, ...route.jointWith];
  const seats = groups.flatMap((id) => governance.groups.get(id) ?? []);
  if (seats.length > 0) {
    return {
      teams: seats.flatMap(({ team }) => team ?? []),
      users: seats.filter(({ team }) => team === null).flatMap((group) => loginsOf(resolveElectorate(group, asked).leads, governance)),
    };
  }
  const authority = governance.authorities.get(route.authority ?? "");
  if (!authority) return { users: [], teams: [] };
  return authority.team === null ? { users: loginsOf(authority.members, governance), teams: [] } : { users: [], teams: [authority.team] };
}

function loginsOf(persons: readonly string[], { people }: Governance): readonly string[] {
  return persons.flatMap((id) => people.get(id)?.login ?? []);
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const has = (logins: readonly string[], login: string) => logins.some((each) => same(each, login));

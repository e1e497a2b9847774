import { assertNever } from "../../kernel/assert-never.ts";
import { isTeamMember, roleOf } from "../access/roles.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Repository, Role, Ruleset, RulesetRule } from "../store/index.ts";

/** Rulesets in force on a branch, in the order in which they were made. */
export function rulesetsOn(repository: Repository, branch: string): Ruleset[] {
  return repository.rulesets.filter(
    ({ enforcement, branches }) =>
      enforcement === "active" &&
      branches.some((name) => name === "~ALL" || name === branch || (name === "~DEFAULT_BRANCH" && branch === repository.defaultBranch)),
  );
}

export function rulesOn(repository: Repository, branch: string): { readonly ruleset: Ruleset; readonly rule: RulesetRule }[] {
  return rulesetsOn(repository, branch).flatMap((ruleset) => ruleset.rules.map((rule) => ({ ruleset, rule })));
}

export function hasMergeQueue(repository: Repository, branch: string): boolean {
  return rulesOn(repository, branch).some(({ rule }) => rule.type === "merge_queue");
}

/** Checks that rulesets and the older protection ask for together. */
export function requiredChecks(repository: Repository, branch: string): { readonly name: string; readonly appId: number | null }[] {
  return [
    ...(repository.protections.get(branch)?.requiredChecks ?? []),
    ...rulesOn(repository, branch).flatMap(({ rule }) => (rule.type === "required_status_checks" ? rule.checks : [])),
  ];
}

export function mayBypass(hub: Hub, { account, via }: Actor, repository: Repository, { bypass }: Ruleset): boolean {
  const organization = hub.store.organizations.get(repository.owner);
  return bypass.some(({ type, id }): boolean => {
    switch (type) {
      case "Integration":
        return via !== null && via.bot === account && via.id === id;
      case "OrganizationAdmin":
        return organization?.members.get(account) === "admin";
      case "Team": {
        const team = id === null ? undefined : hub.store.teamsById.get(id);
        return team !== undefined && isTeamMember(team, account);
      }
      case "RepositoryRole":
        return roleOf(hub, account, repository) === roleNumbers.get(id ?? 0);
      default:
        return assertNever(type);
    }
  });
}

/** Of the roles that GitHub has built in. */
const roleNumbers: ReadonlyMap<number, Role> = new Map([
  [2, "maintain"],
  [4, "write"],
  [5, "admin"],
]);

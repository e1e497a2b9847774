import { callerRole } from "../access/authorize.ts";
import type { Caller } from "../access/caller.ts";
import { hasAccess } from "../access/permissions.ts";
import { rulesOn } from "../facts/branch-rules.ts";
import { Fail, notFound } from "../fail.ts";
import { operation } from "../http/operation.ts";
import type { Hub } from "../hub.ts";
import type { Repository } from "../store/index.ts";
import * as view from "../view/index.ts";

/** What branches ask for: read only, as the world makes it. */
export const ruleOperations = [
  operation(
    "repos/get-branch-rules",
    { on: "GET /repos/{owner}/{repo}/rules/branches/{branch}", needs: ["metadata:read"] },
    ({ repository, path, page }) =>
      page(rulesOn(repository, path.branch)).map(({ ruleset, rule }) => view.branchRule(repository, ruleset, rule)),
  ),

  operation(
    "repos/get-repo-rulesets",
    { on: "GET /repos/{owner}/{repo}/rulesets", needs: ["metadata:read"] },
    ({ hub, repository, page }) => page(repository.rulesets).map((record) => view.rulesetInList(hub, repository, record)),
  ),

  operation(
    "repos/get-repo-ruleset",
    { on: "GET /repos/{owner}/{repo}/rulesets/{ruleset_id}", needs: ["metadata:read"] },
    ({ hub, caller, repository, path }) => {
      const record = repository.rulesets.find(({ id }) => id === path.ruleset_id);
      if (!record) throw notFound();
      return view.ruleset(hub, repository, record, mayChange(hub, caller, repository));
    },
  ),

  operation(
    "repos/get-branch",
    { on: "GET /repos/{owner}/{repo}/branches/{branch}", needs: ["contents:read"] },
    ({ hub, repository, path }) => {
      const sha = repository.refs.get(`refs/heads/${path.branch}`);
      if (sha === undefined) throw new Fail(404, "Branch not found");
      return view.branch(hub, repository, path.branch, sha);
    },
  ),

  operation(
    "repos/get-branch-protection",
    { on: "GET /repos/{owner}/{repo}/branches/{branch}/protection", needs: ["administration:read"] },
    ({ hub, caller, repository, path }) => {
      if (callerRole(hub, caller, repository) !== "admin") throw notFound();
      if (!repository.refs.has(`refs/heads/${path.branch}`)) throw new Fail(404, "Branch not found");
      const protection = view.branchProtection(hub, repository, path.branch);
      if (!protection) throw new Fail(404, "Branch not protected");
      return protection;
    },
  ),
];

function mayChange(hub: Hub, caller: Caller, repository: Repository): boolean {
  if (caller.kind === "installation") return hasAccess(caller.permissions, "administration", "write");
  return callerRole(hub, caller, repository) === "admin";
}

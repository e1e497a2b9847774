import { callerRole, requireRole } from "../access/authorize.ts";
import { isAtLeast } from "../access/roles.ts";
import { closeIssue } from "../acts/issue-state.ts";
import { editIssue } from "../acts/issues.ts";
import { mergePull } from "../acts/merge-pull.ts";
import { changeBase, openPull } from "../acts/pulls.ts";
import { reopenPull } from "../acts/reopen-pull.ts";
import { comparePull } from "../facts/comparison.ts";
import { askMergeability } from "../facts/merge-state.ts";
import { invalid, notFound } from "../fail.ts";
import type { JsonFields } from "../http/json-fields.ts";
import { OtherMedia, operation } from "../http/operation.ts";
import type { Hub } from "../hub.ts";
import type { Repository } from "../store/index.ts";
import * as view from "../view/index.ts";
import { findPull } from "./find.ts";
import { sortIssues } from "./list-filters.ts";

const one = "/repos/{owner}/{repo}/pulls/{pull_number}";
/** Lists show no more, without saying so: https://docs.github.com/en/rest/pulls/pulls */
const mostFiles = 3_000;
const mostCommits = 250;

export const pullOperations = [
  operation("pulls/list", { on: "GET /repos/{owner}/{repo}/pulls", needs: ["pull_requests:read"] }, ({ hub, repository, query, page }) => {
    const state = query.state ?? "open";
    const pulls = [...repository.issues.values()].filter(
      (issue) =>
        issue.pull !== null &&
        (state === "all" || issue.state === state) &&
        (query.base === undefined || issue.pull.baseRef === query.base) &&
        (query.head === undefined || `${issue.pull.headOwner.login}:${issue.pull.headRef}`.toLowerCase() === query.head.toLowerCase()),
    );
    const direction = query.direction ?? (query.sort === undefined || query.sort === "created" ? "desc" : "asc");
    return page(sortIssues(pulls, query.sort, direction)).flatMap(({ pull }) => (pull ? [view.pullInList(hub, pull)] : []));
  }),

  operation("pulls/get", { on: `GET ${one}`, needs: ["pull_requests:read"] }, ({ hub, repository, path, accept }) => {
    const pull = findPull(repository, path.pull_number);
    if (/\.(diff|patch)/.test(accept)) {
      return new OtherMedia("application/vnd.github.diff; charset=utf-8", view.diffText(repository.objects, comparePull(pull).files));
    }
    return view.pull(hub, pull, askMergeability(pull));
  }),

  operation("pulls/create", { on: "POST /repos/{owner}/{repo}/pulls", status: 201, needs: ["pull_requests:write"] }, (context) => {
    const { hub, caller, actor, repository, body } = context;
    const head = headOf(hub, repository, body);
    // Whose branch it is decides: nobody offers the work of others, nor a branch of a repository that they may only read.
    requireRole(hub, caller, head.repository, "write", () =>
      invalid({ resource: "PullRequest", code: "custom", message: "must be a collaborator" }),
    );
    const pull = openPull(hub, actor, repository, {
      title: body.text("title"),
      body: body.optionalText("body") ?? null,
      baseRef: body.text("base").replace(/^refs\/heads\//, ""),
      head,
      draft: body.flag("draft") ?? false,
      maintainerCanModify: body.flag("maintainer_can_modify") ?? true,
    });
    return view.pull(hub, pull);
  }),

  operation("pulls/update", { on: `PATCH ${one}`, needs: ["pull_requests:write"] }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    const pull = findPull(repository, path.pull_number);
    if (pull.issue.author !== actor.account) requireRole(hub, caller, repository, "triage");
    const base = body.optionalText("base");
    if (base !== undefined) changeBase(hub, actor, pull, base);
    editIssue(hub, actor, pull.issue, { title: body.optionalText("title"), body: body.textOrNull("body") });
    const state = body.choice("state", ["open", "closed"]);
    if (state === "closed") closeIssue(hub, actor, pull.issue, null);
    if (state === "open") reopenPull(hub, actor, pull);
    pull.maintainerCanModify = body.flag("maintainer_can_modify") ?? pull.maintainerCanModify;
    return view.pull(hub, pull);
  }),

  operation("pulls/list-files", { on: `GET ${one}/files`, needs: ["pull_requests:read"] }, ({ hub, repository, path, page }) => {
    const pull = findPull(repository, path.pull_number);
    const files = comparePull(pull).files.slice(0, mostFiles);
    return page(files).map((file) => view.diffEntry(hub, repository, pull.headSha, file));
  }),

  operation("pulls/list-commits", { on: `GET ${one}/commits`, needs: ["pull_requests:read"] }, ({ hub, repository, path, page }) => {
    const { commits } = comparePull(findPull(repository, path.pull_number));
    return page(commits.slice(-mostCommits)).map((sha) => view.commit(hub, repository, sha));
  }),

  operation("pulls/check-if-merged", { on: `GET ${one}/merge`, status: 204, needs: ["pull_requests:read"] }, ({ repository, path }) => {
    if (!findPull(repository, path.pull_number).merged) throw notFound();
    return undefined;
  }),

  operation("pulls/merge", { on: `PUT ${one}/merge`, needs: ["contents:write"] }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    const pull = findPull(repository, path.pull_number);
    requireRole(hub, caller, repository, "write", notFound);
    const sha = mergePull(hub, actor, pull, {
      method: body.choice("merge_method", ["merge", "squash", "rebase"]) ?? "merge",
      title: body.optionalText("commit_title") ?? null,
      message: body.optionalText("commit_message") ?? null,
      expectedHead: body.optionalText("sha") ?? null,
      asAdmin: caller.kind === "user" && isAtLeast(callerRole(hub, caller, repository), "admin"),
    });
    return { sha, merged: true, message: "Pull Request successfully merged" };
  }),
];

/** `branch`, or `owner:branch` of a repository in the same network. */
function headOf(hub: Hub, repository: Repository, body: JsonFields): { repository: Repository; ref: string } {
  const head = body.text("head");
  const colon = head.indexOf(":");
  if (colon < 0) return { repository, ref: head };
  const owner = head.slice(0, colon).toLowerCase();
  const name = body.optionalText("head_repo");
  const root = view.rootOf(repository);
  const candidates = [...hub.store.repositories.values()].filter(
    (candidate) =>
      candidate.owner.login.toLowerCase() === owner &&
      view.rootOf(candidate) === root &&
      (name === undefined || candidate.name === name.split("/").at(-1)),
  );
  const found = candidates.find((candidate) => candidate === repository) ?? candidates[0];
  if (!found) throw invalid({ resource: "PullRequest", field: "head", code: "invalid" });
  return { repository: found, ref: head.slice(colon + 1) };
}

import { requireRole } from "../access/authorize.ts";
import type { Caller } from "../access/caller.ts";
import { createCheckRun, rerequest, updateCheckRun } from "../acts/checks.ts";
import { forbidden, notFound } from "../fail.ts";
import { operation } from "../http/operation.ts";
import type { Hub } from "../hub.ts";
import type { App, CheckRun, CheckSuite, Repository } from "../store/index.ts";
import * as view from "../view/index.ts";
import { parseCheckRunChange } from "./check-run-change.ts";
import { knownRevision } from "./find.ts";

const runs = "/repos/{owner}/{repo}/check-runs";

export const checkOperations = [
  operation("checks/create", { on: `POST ${runs}`, status: 201, needs: ["checks:write"] }, (context) => {
    const { hub, caller, actor, repository, body } = context;
    const app = appOf(caller);
    return view.checkRun(
      hub,
      createCheckRun(hub, actor, repository, app, body.text("head_sha"), { ...parseCheckRunChange(body), name: body.text("name") }),
    );
  }),

  operation("checks/update", { on: `PATCH ${runs}/{check_run_id}`, needs: ["checks:write"] }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    const run = findRun(hub, repository, path.check_run_id);
    const { id } = appOf(caller);
    if (run.suite.app.id !== id) {
      throw forbidden(`Invalid app_id \`${id}\` - check run can only be modified by the GitHub App that created it.`);
    }
    updateCheckRun(hub, actor, run, parseCheckRunChange(body));
    return view.checkRun(hub, run);
  }),

  operation("checks/get", { on: `GET ${runs}/{check_run_id}`, needs: ["checks:read"] }, ({ hub, repository, path }) =>
    view.checkRun(hub, findRun(hub, repository, path.check_run_id)),
  ),

  operation("checks/list-annotations", { on: `GET ${runs}/{check_run_id}/annotations`, needs: ["checks:read"] }, (context) => {
    const { hub, repository, path, page } = context;
    const run = findRun(hub, repository, path.check_run_id);
    return page(run.annotations).map((annotation) => view.annotation(hub, run, annotation));
  }),

  operation("checks/rerequest-run", { on: `POST ${runs}/{check_run_id}/rerequest`, status: 201, needs: ["checks:write"] }, (context) => {
    const { hub, caller, actor, repository, path } = context;
    requireRole(hub, caller, repository, "write");
    rerequest(hub, actor, findRun(hub, repository, path.check_run_id));
    return {};
  }),

  operation("checks/list-for-ref", { on: "GET /repos/{owner}/{repo}/commits/{ref}/check-runs", needs: ["checks:read"] }, (context) => {
    const { hub, repository, path, query, page } = context;
    const found = suitesAt(repository, knownRevision(repository, path.ref), query.app_id).flatMap((suite) =>
      query.filter === "all" ? suite.runs : latestByName(suite.runs),
    );
    const chosen = found
      .filter((run) => query.check_name === undefined || run.name === query.check_name)
      .filter((run) => query.status === undefined || run.status === query.status)
      .sort((a, b) => b.id - a.id);
    return { total_count: chosen.length, check_runs: page(chosen).map((run) => view.checkRun(hub, run)) };
  }),

  operation(
    "checks/list-suites-for-ref",
    { on: "GET /repos/{owner}/{repo}/commits/{ref}/check-suites", needs: ["checks:read"] },
    (context) => {
      const { hub, repository, path, query, page } = context;
      const suites = suitesAt(repository, knownRevision(repository, path.ref), query.app_id);
      return { total_count: suites.length, check_suites: page(suites).map((suite) => view.checkSuite(hub, suite)) };
    },
  ),

  operation("checks/get-suite", { on: "GET /repos/{owner}/{repo}/check-suites/{check_suite_id}", needs: ["checks:read"] }, (context) =>
    view.checkSuite(context.hub, findSuiteById(context.hub, context.repository, context.path.check_suite_id)),
  ),

  operation(
    "checks/list-for-suite",
    { on: "GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs", needs: ["checks:read"] },
    ({ hub, repository, path, page }) => {
      const suite = findSuiteById(hub, repository, path.check_suite_id);
      const latest = latestByName(suite.runs);
      return { total_count: latest.length, check_runs: page(latest).map((run) => view.checkRun(hub, run)) };
    },
  ),

  operation(
    "checks/rerequest-suite",
    { on: "POST /repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest", status: 201, needs: ["checks:write"] },
    ({ hub, caller, actor, repository, path }) => {
      requireRole(hub, caller, repository, "write");
      rerequest(hub, actor, findSuiteById(hub, repository, path.check_suite_id));
      return {};
    },
  ),
];

function appOf(caller: Caller): App {
  if (caller.kind === "installation") return caller.installation.app;
  throw forbidden("You must authenticate via a GitHub App.");
}

function findRun(hub: Hub, repository: Repository, id: number): CheckRun {
  const run = hub.store.checkRuns.get(id);
  if (run?.suite.repository !== repository) throw notFound();
  return run;
}

function findSuiteById(hub: Hub, repository: Repository, id: number): CheckSuite {
  const suite = hub.store.checkSuites.get(id);
  if (suite?.repository !== repository) throw notFound();
  return suite;
}

function suitesAt(repository: Repository, sha: string, appId: string | undefined): CheckSuite[] {
  return (repository.checkSuites.get(sha) ?? []).filter((suite) => appId === undefined || String(suite.app.id) === appId);
}

function latestByName(all: readonly CheckRun[]): CheckRun[] {
  return [...new Map(all.map((run) => [run.name, run])).values()];
}

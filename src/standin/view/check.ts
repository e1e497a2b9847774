import { timestamp, timestampOrNull } from "../clock.ts";
import type { Hub } from "../hub.ts";
import type { Annotation, CheckRun, CheckSuite, Conclusion, Pull } from "../store/index.ts";
import { app } from "./app.ts";
import { simpleCommit } from "./commit.ts";
import { nodeId } from "./node-id.ts";
import { pullMinimal } from "./pull.ts";
import { repository, repositoryPage, repositoryUrl } from "./repository.ts";
import type { Schemas } from "./schemas.ts";

export function checkRun(hub: Hub, record: CheckRun): Schemas["check-run"] {
  const { suite } = record;
  const url = `${repositoryUrl(hub, suite.repository)}/check-runs/${record.id}`;
  return {
    id: record.id,
    name: record.name,
    node_id: nodeId("CheckRun", record.id),
    head_sha: suite.headSha,
    external_id: record.externalId,
    url,
    html_url: `${repositoryPage(hub, suite.repository)}/runs/${record.id}`,
    details_url: record.detailsUrl ?? hub.urls.html,
    status: record.status,
    conclusion: runConclusion(record.conclusion),
    started_at: timestampOrNull(record.startedAt),
    completed_at: timestampOrNull(record.completedAt),
    output: { ...record.output, annotations_count: record.annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: suite.id },
    app: app(hub, suite.app),
    pull_requests: pullsOf(hub, suite).map((pull) => pullMinimal(hub, pull)),
  };
}

/** Inside payloads a run carries its suite. */
export function checkRunInHook(hub: Hub, record: CheckRun): Schemas["check-run-with-simple-check-suite"] {
  const { suite } = record;
  const { deployment, ...run } = checkRun(hub, record);
  return {
    ...run,
    id: record.id,
    status: record.status,
    external_id: record.externalId,
    html_url: run.html_url ?? "",
    details_url: run.details_url ?? "",
    started_at: timestamp(record.startedAt ?? suite.createdAt),
    app: app(hub, suite.app),
    check_suite: {
      id: suite.id,
      node_id: nodeId("CheckSuite", suite.id),
      head_branch: suite.headBranch,
      head_sha: suite.headSha,
      status: suiteStatus(suite),
      conclusion: suiteConclusion(suite),
      url: `${repositoryUrl(hub, suite.repository)}/check-suites/${suite.id}`,
      before: suite.before,
      after: suite.headSha,
      pull_requests: run.pull_requests,
      app: app(hub, suite.app),
      created_at: timestamp(suite.createdAt),
      updated_at: timestamp(suite.updatedAt),
    },
  };
}

export function checkSuite(hub: Hub, record: CheckSuite): Schemas["check-suite"] {
  const url = `${repositoryUrl(hub, record.repository)}/check-suites/${record.id}`;
  return {
    id: record.id,
    node_id: nodeId("CheckSuite", record.id),
    head_branch: record.headBranch,
    head_sha: record.headSha,
    status: suiteStatus(record),
    conclusion: suiteConclusion(record),
    url,
    before: record.before,
    after: record.headSha,
    pull_requests: pullsOf(hub, record).map((pull) => pullMinimal(hub, pull)),
    app: app(hub, record.app),
    repository: repository(hub, record.repository),
    created_at: timestamp(record.createdAt),
    updated_at: timestamp(record.updatedAt),
    head_commit: simpleCommit(record.repository, record.headSha),
    latest_check_runs_count: record.runs.length,
    check_runs_url: `${url}/check-runs`,
    rerequestable: true,
    runs_rerequestable: true,
  };
}

export function annotation(hub: Hub, run: CheckRun, record: Annotation): Schemas["check-annotation"] {
  return {
    path: record.path,
    start_line: record.startLine,
    end_line: record.endLine,
    start_column: record.startColumn,
    end_column: record.endColumn,
    annotation_level: record.level,
    title: record.title,
    message: record.message,
    raw_details: record.rawDetails,
    blob_href: `${repositoryPage(hub, run.suite.repository)}/blob/${run.suite.headSha}/${record.path}`,
  };
}

export function suiteStatus(suite: CheckSuite): "queued" | "in_progress" | "completed" {
  if (suite.runs.length === 0) return "queued";
  return suite.runs.every((run) => run.status === "completed") ? "completed" : "in_progress";
}

const worstFirst: readonly Conclusion[] = [
  "failure",
  "timed_out",
  "cancelled",
  "action_required",
  "stale",
  "success",
  "neutral",
  "skipped",
];

/** The worst of its runs; null until all have completed. */
export function suiteConclusion(suite: CheckSuite): Exclude<Conclusion, never> | null {
  if (suiteStatus(suite) !== "completed") return null;
  return worstFirst.find((conclusion) => suite.runs.some((run) => run.conclusion === conclusion)) ?? null;
}

/** Open pull requests with this head whose branch is in the same repository: GitHub leaves the list empty for forks. */
function pullsOf(hub: Hub, suite: CheckSuite): Pull[] {
  if (suite.headBranch === null) return [];
  const pulls = hub.store.openByHead.get(`${suite.repository.id}:${suite.headBranch}`) ?? [];
  return [...pulls].filter((pull) => pull.headSha === suite.headSha);
}

// Only GitHub itself sets `stale`, and the description of runs does not list it.
function runConclusion(conclusion: Conclusion | null): Exclude<Conclusion, "stale"> | null {
  return conclusion === "stale" ? null : conclusion;
}

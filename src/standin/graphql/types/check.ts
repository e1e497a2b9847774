import { timestamp, timestampOrNull } from "../../clock.ts";
import type { Annotation, App, CheckRun, CheckSuite } from "../../store/index.ts";
import { nodeId, repositoryPage, suiteConclusion, suiteStatus } from "../../view/index.ts";
import { byId, connect, inOrder, type PageArgs } from "../connection.ts";
import { findObject } from "../revision.ts";
import { connectionSdl, type Fields, type TypeModule } from "../type-module.ts";
import type { RefThing } from "./git-object.ts";

interface RunFilter {
  readonly appId?: number | null;
  readonly checkName?: string | null;
  readonly checkType?: "ALL" | "LATEST" | null;
  readonly conclusions?: readonly string[] | null;
  readonly status?: string | null;
  readonly statuses?: readonly string[] | null;
}

const suiteFields: Fields<CheckSuite> = {
  id: ({ id }) => nodeId("CheckSuite", id),
  databaseId: ({ id }) => id,
  app: ({ app }) => app,
  repository: ({ repository }) => repository,
  branch({ repository, headBranch }): RefThing | null {
    const ref = `refs/heads/${headBranch}`;
    return repository.refs.has(ref) ? { repository, ref } : null;
  },
  commit: ({ repository, headSha }) => findObject(repository, headSha, ""),
  status: (suite) => suiteStatus(suite).toUpperCase(),
  conclusion: (suite) => suiteConclusion(suite)?.toUpperCase() ?? null,
  createdAt: ({ createdAt }) => timestamp(createdAt),
  updatedAt: ({ updatedAt }) => timestamp(updatedAt),
  checkRuns({ runs, app }, { filterBy, ...page }: PageArgs & { filterBy?: RunFilter | null }) {
    const latest = new Map(runs.map((run) => [run.name, run]));
    const chosen = (filterBy?.checkType === "LATEST" ? [...latest.values()] : runs).filter(
      ({ name, status, conclusion }) =>
        (filterBy?.appId == null || app.id === filterBy.appId) &&
        (filterBy?.checkName == null || name === filterBy.checkName) &&
        (filterBy?.status == null || status.toUpperCase() === filterBy.status) &&
        (!filterBy?.statuses || filterBy.statuses.includes(status.toUpperCase())) &&
        (!filterBy?.conclusions || (conclusion !== null && filterBy.conclusions.includes(conclusion.toUpperCase()))),
    );
    return connect(byId(chosen), page);
  },
};

const runFields: Fields<CheckRun> = {
  id: ({ id }) => nodeId("CheckRun", id),
  databaseId: ({ id }) => id,
  name: ({ name }) => name,
  status: ({ status }) => status.toUpperCase(),
  conclusion: ({ conclusion }) => conclusion?.toUpperCase() ?? null,
  externalId: ({ externalId }) => externalId,
  detailsUrl: ({ detailsUrl }, _, { hub }) => detailsUrl ?? hub.urls.html,
  title: ({ output }) => output.title,
  summary: ({ output }) => output.summary,
  text: ({ output }) => output.text,
  startedAt: ({ startedAt }) => timestampOrNull(startedAt),
  completedAt: ({ completedAt }) => timestampOrNull(completedAt),
  checkSuite: ({ suite }) => suite,
  repository: ({ suite }) => suite.repository,
  annotations: (run, page: PageArgs) => connect(inOrder(run.annotations.map((annotation): AnnotationThing => ({ run, annotation }))), page),
  url: ({ suite, id }, _, { hub }) => `${repositoryPage(hub, suite.repository)}/runs/${id}`,
};

interface AnnotationThing {
  readonly run: CheckRun;
  readonly annotation: Annotation;
}

interface Position {
  readonly line: number;
  readonly column: number | null;
}

const annotationFields: Fields<AnnotationThing> = {
  annotationLevel: ({ annotation }) => annotation.level.toUpperCase(),
  path: ({ annotation }) => annotation.path,
  message: ({ annotation }) => annotation.message,
  title: ({ annotation }) => annotation.title,
  rawDetails: ({ annotation }) => annotation.rawDetails,
  location: ({ annotation }) => annotation,
  blobUrl: ({ run, annotation }, _, { hub }) => `${repositoryPage(hub, run.suite.repository)}/blob/${run.suite.headSha}/${annotation.path}`,
};

const spanFields: Fields<Annotation> = {
  start: ({ startLine, startColumn }): Position => ({ line: startLine, column: startColumn }),
  end: ({ endLine, endColumn }): Position => ({ line: endLine, column: endColumn }),
};

const appFields: Fields<App> = {
  id: ({ id }) => nodeId("App", id),
  databaseId: ({ id }) => id,
  name: ({ name }) => name,
  slug: ({ slug }) => slug,
  clientId: ({ clientId }) => clientId,
  url: ({ slug }, _, { hub }) => `${hub.urls.html}/apps/${slug}`,
};

const pages = "after: String, before: String, first: Int, last: Int";

export const checkTypes: TypeModule = {
  sdl: /* GraphQL */ `
  type App implements Node { clientId: String databaseId: Int id: ID! name: String! slug: String! url: URI! }
  type CheckSuite implements Node {
    app: App
    branch: Ref
    checkRuns(${pages}, filterBy: CheckRunFilter): CheckRunConnection
    commit: Commit!
    conclusion: CheckConclusionState
    createdAt: DateTime!
    databaseId: Int
    id: ID!
    repository: Repository!
    status: CheckStatusState!
    updatedAt: DateTime!
  }
  input CheckSuiteFilter { appId: Int checkName: String }
  type CheckRun implements Node {
    annotations(${pages}): CheckAnnotationConnection
    checkSuite: CheckSuite!
    completedAt: DateTime
    conclusion: CheckConclusionState
    databaseId: Int
    detailsUrl: URI
    externalId: String
    id: ID!
    name: String!
    repository: Repository!
    startedAt: DateTime
    status: CheckStatusState!
    summary: String
    text: String
    title: String
    url: URI!
  }
  input CheckRunFilter {
    appId: Int
    checkName: String
    checkType: CheckRunType
    conclusions: [CheckConclusionState!]
    status: CheckStatusState
    statuses: [CheckStatusState!]
  }
  enum CheckRunType { ALL LATEST }
  enum CheckConclusionState { ACTION_REQUIRED CANCELLED FAILURE NEUTRAL SKIPPED STALE STARTUP_FAILURE SUCCESS TIMED_OUT }
  enum CheckStatusState { COMPLETED IN_PROGRESS PENDING QUEUED REQUESTED WAITING }
  type CheckAnnotation {
    annotationLevel: CheckAnnotationLevel
    blobUrl: URI!
    location: CheckAnnotationSpan!
    message: String!
    path: String!
    rawDetails: String
    title: String
  }
  enum CheckAnnotationLevel { FAILURE NOTICE WARNING }
  type CheckAnnotationSpan { end: CheckAnnotationPosition! start: CheckAnnotationPosition! }
  type CheckAnnotationPosition { column: Int line: Int! }
  ${connectionSdl("CheckSuiteConnection", "CheckSuite")}
  ${connectionSdl("CheckRunConnection", "CheckRun")}
  ${connectionSdl("CheckAnnotationConnection", "CheckAnnotation")}`,
  types: {
    CheckSuite: suiteFields,
    CheckRun: runFields,
    CheckAnnotation: annotationFields,
    CheckAnnotationSpan: spanFields,
    CheckAnnotationPosition: { line: ({ line }: Position) => line, column: ({ column }: Position) => column },
    App: appFields,
  },
};

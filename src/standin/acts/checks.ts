import { Fail } from "../fail.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Annotation, App, CheckRun, CheckSuite, Repository } from "../store/index.ts";
import { suiteConclusion } from "../view/index.ts";
import { announceCheckRun, announceCheckSuite } from "./announce.ts";
import { createSuite, findSuite } from "./check-suites.ts";
import { settleQueue } from "./merge-queue.ts";

/** The parts of a run that a request may set; what is undefined stays. */
export type CheckRunChange = Partial<
  Pick<CheckRun, "name" | "status" | "conclusion" | "startedAt" | "completedAt" | "externalId" | "detailsUrl" | "output" | "actions">
> & { readonly annotations: readonly Annotation[] };

export function createCheckRun(
  hub: Hub,
  actor: Actor,
  repository: Repository,
  app: App,
  headSha: string,
  change: CheckRunChange,
): CheckRun {
  if (!repository.objects.commit(headSha)) throw new Fail(422, `No commit found for SHA: ${headSha}`);
  const suite = findSuite(repository, app, headSha) ?? createSuite(hub, repository, app, headSha, branchAt(repository, headSha), null);
  const run: CheckRun = {
    id: hub.store.nextId(),
    suite,
    name: change.name ?? "",
    status: "queued",
    conclusion: null,
    startedAt: hub.clock.milliseconds(),
    completedAt: null,
    externalId: "",
    detailsUrl: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
    actions: [],
  };
  suite.runs.push(run);
  hub.store.checkRuns.set(run.id, run);
  apply(hub, run, change);
  announceCheckRun(hub, actor, run, "created");
  if (run.status === "completed") announceCompletion(hub, actor, run);
  return run;
}

/** Annotations are added to those that are there, as GitHub does. */
export function updateCheckRun(hub: Hub, actor: Actor, run: CheckRun, change: CheckRunChange): void {
  const before = run.conclusion;
  apply(hub, run, change);
  if (run.status === "completed" && run.conclusion !== before) announceCompletion(hub, actor, run);
}

/** A person asks for a run, or a whole suite, to be done again: the App hears of it and does the rest. */
export function rerequest(hub: Hub, actor: Actor, target: CheckRun | CheckSuite): void {
  if ("suite" in target) announceCheckRun(hub, actor, target, "rerequested");
  else announceCheckSuite(hub, actor, target, "rerequested");
}

function apply(hub: Hub, run: CheckRun, { annotations, ...change }: CheckRunChange): void {
  const now = hub.clock.milliseconds();
  Object.assign(run, change);
  run.annotations.push(...annotations);
  if (change.conclusion) run.status = "completed";
  if (run.status !== "completed") run.conclusion = null;
  if (run.status === "completed") run.completedAt ??= now;
  run.suite.updatedAt = now;
}

function announceCompletion(hub: Hub, actor: Actor, run: CheckRun): void {
  announceCheckRun(hub, actor, run, "completed");
  settleQueue(hub, run.suite.repository);
  if (suiteConclusion(run.suite) !== null) announceCheckSuite(hub, actor, run.suite, "completed");
}

function branchAt(repository: Repository, sha: string): string | null {
  for (const [ref, tip] of repository.refs) if (tip === sha && ref.startsWith("refs/heads/")) return ref.slice("refs/heads/".length);
  return null;
}

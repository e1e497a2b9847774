import type { InstalledRepository, Store } from "../adapters/store/index.ts";
import { assertNever } from "../kernel/assert-never.ts";
import type { Clock } from "../ports/clock.ts";
import type { Subject } from "../ports/ledger.ts";
import { LeaseLost } from "../ports/store-lease.ts";
import type { Reconciler } from "../reconcile/index.ts";
import type { GitHubApp } from "./github-app.ts";
import type { Looks } from "./looks.ts";
import type { Metrics } from "./metrics.ts";
import { parseTopicKey, type Topic } from "./topic.ts";
import type { Pass } from "./workers.ts";

export interface ServeOptions {
  readonly store: Store;
  readonly looks: Looks;
  readonly clock: Clock;
  readonly metrics: Pick<Metrics, "observePass">;
  readonly listInstalled: GitHubApp["listInstalled"];
  readonly reconciler: Reconciler;
}

/** What a pass does, by what it looks at. */
export function createServe(options: ServeOptions): (pass: Pass) => Promise<void> {
  const { store, looks, clock, metrics, reconciler } = options;

  async function serve(topic: Topic, pass: Pass): Promise<void> {
    if (topic.kind === "installations") return refreshInstallations();
    if (topic.kind === "head") return lookAtHead(topic);
    const repository = await repositoryOf(topic.repositoryId, pass);
    if (repository === null) {
      pass.log.warn({}, "Nothing done: the App is not installed on this repository (any more)");
      return;
    }
    switch (topic.kind) {
      case "pull-request":
        return lookAtPullRequest({ repositoryId: topic.repositoryId, pullRequest: topic.pullRequest }, pass);
      case "merge-group":
        return reconciler.completeMergeGroup(topic.repositoryId, topic.headSha);
      case "merge-queue":
        return reconciler.completeMergeQueue(topic.repositoryId);
      case "default-branch":
        await reconciler.sweep(topic.repositoryId);
        return;
      case "repository": {
        const begun = clock.now();
        await reconciler.sweep(topic.repositoryId);
        return store.repositories.markSwept(topic.repositoryId, begun);
      }
      default:
        return assertNever(topic);
    }
  }

  async function lookAtPullRequest(subject: Subject, { log }: Pass): Promise<void> {
    const outcome = await reconciler.reconcile(subject, log);
    if (outcome.kind === "busy") throw new LeaseLost("Another pass over this pull request has not ended");
  }

  /** As deliveries named them in this process: what is remembered already needs no write. */
  const named = new Map<number, string>();

  async function repositoryOf(id: number, { work }: Pass): Promise<InstalledRepository | null> {
    const { repository, installationId } = work.delivery;
    if (repository === null || installationId === null) return store.repositories.read(id);
    const current = { ...repository, installationId };
    const key = JSON.stringify(current);
    if (named.get(id) !== key) await store.repositories.remember(current);
    named.set(id, key);
    return current;
  }

  /** Learns from GitHub itself where the App is installed, and sweeps all of it. */
  async function refreshInstallations(): Promise<void> {
    const installed = await options.listInstalled();
    await store.repositories.keepInstallations(installed.map(({ installationId }) => installationId));
    for (const { installationId, repositories } of installed) {
      await store.repositories.replaceInstallation(installationId, repositories);
      for (const { id } of repositories) named.delete(id);
      for (const { id } of repositories) await looks.lookAt({ kind: "repository", repositoryId: id }, "start");
    }
  }

  async function lookAtHead({ repositoryId, headSha }: Topic & { readonly kind: "head" }): Promise<void> {
    const states = await store.subjects.listByHead(repositoryId, headSha);
    for (const { subject } of states) await looks.look(subject, "shared-head");
  }

  return async (pass) => {
    const begun = performance.now();
    const topic = parseTopicKey(pass.work.subject);
    const observe = (outcome: "succeeded" | "failed") => metrics.observePass(topic.kind, outcome, (performance.now() - begun) / 1000);
    try {
      await serve(topic, pass);
      observe("succeeded");
    } catch (fault) {
      observe("failed");
      throw fault;
    }
  };
}

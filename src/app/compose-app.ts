import type { Store } from "../adapters/store/index.ts";
import { RateLimited } from "../ports/github.ts";
import type { Jobs } from "../ports/jobs.ts";
import type { Reconciler } from "../reconcile/index.ts";
import type { AppOptions, RunningApp } from "./app-options.ts";
import { CredentialsRefused, createGitHubApp, type GitHubApp } from "./github-app.ts";
import { readHealth } from "./health.ts";
import { listen } from "./http-server.ts";
import { createIntake } from "./intake/index.ts";
import { createLooks } from "./looks.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { openStorage } from "./open-storage.ts";
import { createServe } from "./serve-pass.ts";
import { startTimers } from "./timers.ts";
import { startWorkers, type WorkerLimits } from "./workers.ts";

/** What passes are made with. */
export interface PassDeps {
  readonly options: AppOptions;
  readonly store: Store;
  readonly gitHubApp: GitHubApp;
  readonly jobs: Jobs;
  readonly metrics: Metrics;
}

export interface Parts {
  readonly createReconciler: (deps: PassDeps) => Reconciler | Promise<Reconciler>;
  readonly limits?: Partial<WorkerLimits>;
  /** A store that is open already, and stays open; else `options.storage` is opened. */
  readonly store?: Store;
}

/**
 * Puts the App together and starts it: database, workers, intake, timers. Throws `DataFolderRefused` or `CredentialsRefused`,
 * which are for whoever started it, and any other fault as it is; then nothing is left running.
 */
export async function composeApp(options: AppOptions, parts: Parts): Promise<RunningApp> {
  const { log, clock } = options;
  const progress = options.onProgress ?? (() => undefined);
  /** Ended together: while the last passes run, nothing new is begun. */
  const active: (() => Promise<void>)[] = [];
  /** Closed after them, the last opened first. */
  const closing: (() => Promise<void>)[] = [];
  const end = (part: () => Promise<void>): Promise<void> =>
    part().catch((fault: unknown) => log.error({ err: fault }, "A part could not be closed"));
  const stop = async (): Promise<void> => {
    await Promise.all(active.splice(0).map(end));
    for (const close of closing.splice(0).reverse()) await end(close);
  };

  try {
    const metrics = createMetrics();
    const gitHubApp = createGitHubApp({ ...options, metrics });
    progress("Asking GitHub who this App is");
    await gitHubApp.self().catch((fault: unknown) => {
      if (fault instanceof CredentialsRefused) throw fault;
      log.warn({ err: fault }, "GitHub does not answer; deliveries are taken meanwhile, and passes wait for it");
    });
    const store = parts.store ?? (await openStorage(options, closing));

    let wake = (): void => undefined;
    const looks = createLooks(store.inbox, () => wake());
    const reconciler = await parts.createReconciler({ options, store, gitHubApp, jobs: looks, metrics });
    const workers = startWorkers({
      inbox: store.inbox,
      serve: createServe({
        store,
        looks,
        clock,
        metrics,
        listInstalled: gitHubApp.listInstalled,
        reconciler,
      }),
      secondsToWait: (fault) => (fault instanceof RateLimited ? secondsUntil(fault.until, clock) : null),
      log,
      count: metrics.countJob,
      ...(parts.limits === undefined ? {} : { limits: parts.limits }),
    });
    wake = workers.wake;
    active.push(workers.stop);

    const { subjects, ledger, receipts, cache } = store;
    const context = { subjects, ledger, receipts, cache, clock, repositories: store.repositories.list };
    const server = await listen({
      ...options.http,
      intake: createIntake({
        secrets: options.credentials.webhookSecrets,
        self: () => ({ appId: options.credentials.appId, login: gitHubApp.knownLogin() }),
        record: async (arrival) => {
          const kept = await store.inbox.record(arrival);
          if (kept === "new") workers.wake();
          return kept;
        },
        log,
        count: metrics.countDelivery,
      }),
      health: () => readHealth(store, workers.silence),
      metrics: async () => metrics.render(await store.inbox.backlog().catch(() => null)),
      pages: options.pages?.(context) ?? null,
      log,
    });
    active.push(server.close);

    const timers = startTimers({ store, looks, clock, log, sweepSeconds: options.sweepSeconds ?? 3_600 });
    active.push(timers.stop);
    await looks.lookAt({ kind: "installations" }, "start");

    return {
      url: server.url,
      context,
      tick: timers.tick,
      idle: workers.idle,
      stop,
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

function secondsUntil(until: string, clock: AppOptions["clock"]): number {
  return Math.min(Math.max((Date.parse(until) - Date.parse(clock.now())) / 1000, 1), 3_600);
}

import { setTimeout as sleep } from "node:timers/promises";
import type { InstalledRepository, Store } from "../adapters/store/index.ts";
import { RateLimited } from "../ports/github.ts";
import type { RecoverOutcome } from "../reconcile/index.ts";
import type { AppOptions } from "./app-options.ts";
import { createPasses } from "./create-passes.ts";
import { createGitHubApp } from "./github-app.ts";
import { createMetrics } from "./metrics.ts";
import { openStorage } from "./open-storage.ts";

export interface RecoverLedgerOptions {
  /** Records what was rebuilt; without it, the database is left as it is. */
  readonly apply: boolean;
  /** `owner/name`; null for every repository that the App is installed on. */
  readonly repository: string | null;
  /** Told of each pull request that is a proposal, in order. */
  readonly onProposal: (proposal: RecoveredProposal) => void;
  /** A store that is open already, and stays open; else `options.storage` is opened. */
  readonly store?: Store;
}

export interface RecoveredProposal {
  /** `owner/name` */
  readonly repository: string;
  readonly pullRequest: number;
  readonly outcome: Exclude<RecoverOutcome, { kind: "no-proposal" }>;
}

/**
 * Rebuilds the records of every proposal of which nothing is recorded: see `recover`. Gives how many repositories were looked at.
 * Throws `DataFolderRefused` and `CredentialsRefused` as `composeApp` does. What is recorded stays when it ends half-way: repeat it.
 */
export async function recoverLedger(options: AppOptions, { apply, repository, onProposal, store }: RecoverLedgerOptions): Promise<number> {
  const closing: (() => Promise<void>)[] = [];
  try {
    const metrics = createMetrics();
    const gitHubApp = createGitHubApp({ ...options, metrics });
    await gitHubApp.self();
    const kept = store ?? (await openStorage(options, closing));
    const reconciler = await createPasses({
      options,
      store: kept,
      gitHubApp,
      jobs: { look: async () => undefined, lookAtQueue: async () => undefined },
      metrics,
    });
    const repositories = (await gitHubApp.listInstalled()).flatMap((installation) => installation.repositories);
    const wanted = repositories.filter((each) => repository === null || nameOf(each).toLowerCase() === repository.toLowerCase());
    for (const each of wanted) {
      await kept.repositories.remember(each);
      for (const pullRequest of await patiently(options, () => reconciler.listEveryPullRequest(each.id))) {
        const subject = { repositoryId: each.id, pullRequest };
        const outcome = await patiently(options, () => reconciler.recover(subject, { apply }));
        if (outcome.kind !== "no-proposal") onProposal({ repository: nameOf(each), pullRequest, outcome });
      }
    }
    return wanted.length;
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

const nameOf = ({ owner, name }: InstalledRepository) => `${owner}/${name}`;

/** Waits as long as GitHub asks to, and goes on. */
async function patiently<T>({ clock, onProgress }: AppOptions, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (fault) {
      if (!(fault instanceof RateLimited)) throw fault;
      onProgress?.(`GitHub asks to wait until ${fault.until}: waiting.`);
      await sleep(Math.max(Date.parse(fault.until) - Date.parse(clock.now()), 0) + 1_000);
    }
  }
}

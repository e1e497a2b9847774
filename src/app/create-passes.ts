import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSpecificationIndex } from "../adapters/folder/read-specification-index.ts";
import {
  createGitHub,
  createPace,
  createRecentChanges,
  createWaitingRoom,
  type Pace,
  unpaced,
  type WaitingRoom,
} from "../adapters/github/index.ts";
import type { InstalledRepository } from "../adapters/store/index.ts";
import type { GitHub } from "../ports/github.ts";
import { createPlanner, createReconciler, type Reconciler } from "../reconcile/index.ts";
import type { PassDeps } from "./compose-app.ts";

const checkName = "Steward";

/** The real passes: GitHub through its installations, and the pure core with the shipped vocabulary. */
export async function createPasses({ options, store, gitHubApp, jobs, metrics }: PassDeps): Promise<Reconciler> {
  const { clock, log, governanceFolder } = options;
  const mode = options.mode === undefined ? {} : { mode: options.mode };
  const ofInstallation = shared((_installationId: number): { readonly pace: Pace; readonly waitingRoom: WaitingRoom } => ({
    pace: options.paced ? createPace() : unpaced,
    waitingRoom: createWaitingRoom(clock),
  }));

  const changes = createRecentChanges();

  async function connect({ owner, name, installationId }: InstalledRepository): Promise<GitHub> {
    const [octokit, self] = await Promise.all([gitHubApp.octokit(installationId), gitHubApp.self()]);
    return createGitHub({ octokit, clock, log, owner, name, self, checkName, changes, ...ofInstallation(installationId) });
  }

  return createReconciler({
    ...store,
    jobs,
    clock,
    log,
    ledger: {
      ...store.ledger,
      keepReceipts(subject, receipts) {
        metrics.countReceipts(receipts);
        return store.ledger.keepReceipts(subject, receipts);
      },
    },
    plan: createPlanner({
      index: await readSpecificationIndex(),
      proposedDelegations: options.proposedDelegationsAct ? "act" : "recommend",
      governanceFolder,
      ...mode,
      ...(options.recordUrl === undefined ? {} : { recordUrl: options.recordUrl }),
    }),
    async github(repositoryId) {
      const repository = await store.repositories.read(repositoryId);
      if (repository === null) throw new Error(`The App is not installed on repository ${repositoryId} (any more)`);
      return connect(repository);
    },
    options: { governanceFolder, checkName, hourlyBrake: options.paced, release: readRelease(), ...mode },
  });
}

/** One value for each key, made when it is first asked for. */
function shared<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

function readRelease(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "unknown";
}

import { createAppAuth } from "@octokit/auth-app";
import { Octokit } from "@octokit/rest";
import { createGitHub, createRecentChanges, createWaitingRoom, unpaced } from "../../src/adapters/github/index.ts";
import { createInstallationClient } from "../../src/app/installation-client.ts";
import { instant } from "../../src/kernel/instant.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { GitHub } from "../../src/ports/github.ts";
import { createPlanner, createReconciler, type PassOutcome, type Reconciler } from "../../src/reconcile/index.ts";
import { emptySpecificationIndex } from "../../src/routing/index-spec/index.ts";
import { appPermissions } from "../../src/sandbox/sandbox-world.ts";
import { type Files, type Standin, startStandin } from "../../src/standin/index.ts";
import { observeAgainstDescription } from "../contract/github-description.ts";
import { type Constitution, smallConstitution } from "./constitution.ts";
import { aLog } from "./log.ts";
import { createMemoryStore, type MemoryStore } from "./memory-store.ts";

export const fullName = "weather-protocol/specification";
const [owner = "", repo = ""] = fullName.split("/");

export interface StandinSetup {
  readonly standin: Standin;
  readonly store: MemoryStore;
  /** The adapter that the passes use. */
  readonly github: GitHub;
  readonly reconciler: Reconciler;
  readonly repositoryId: number;
  readonly logged: string[];
  /** One pass over a pull request. */
  look(pullRequest: number): Promise<PassOutcome>;
  /** Opens a pull request of a stranger's fork. */
  open(files: Files, by?: string): number;
  /** Looks at the repository as the owner, with GitHub's own client. */
  readonly owner: Octokit;
  readonly repository: { readonly owner: string; readonly repo: string };
  /** Another process with the same storage. */
  restart(): Reconciler;
  /** Another process with empty storage: the database was lost. */
  afterLoss(): { readonly store: MemoryStore; readonly reconciler: Reconciler };
  /** Requests of the App since the last call: operation ids, in order. */
  requests(): string[];
  /** GraphQL points of the App since the last call of `requests`. */
  cost(): number;
  close(): Promise<void>;
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** The real adapter and passes on the stand-in for GitHub, with storage in memory: an organisation, its teams, and the small constitution. */
export async function standinSetup(constitution: Constitution = smallConstitution()): Promise<StandinSetup> {
  const seen = observeAgainstDescription();
  const standin = await startStandin({ ...seen, frozenAt: "2026-11-23T09:00:00Z" });
  const { accounts, repositories, apps } = standin.world;
  const tokens = new Map<string, string>();
  for (const [index, login] of ["asta", "bo-okafor", "cleo", "Juno", "noor", "ravi"].entries()) {
    tokens.set(login, accounts.user(login, { id: [1001, 1002, 1003, 1004, 1006, 1007][index] ?? index }).token);
  }
  for (const login of ["passer-by", "stranger"]) tokens.set(login, accounts.user(login).token);
  accounts.organization(owner, { owners: ["asta"], members: ["bo-okafor", "cleo", "Juno", "noor", "ravi"] });
  const governance = Object.fromEntries(constitution.files.map(({ path, text }) => [`governance/${path}`, text]));
  const { id: repositoryId } = repositories.repository(fullName, {
    files: { ...governance, "README.md": "# Weather\n", "seps/README.md": "Proposals\n", "schema/draft/schema.json": "{}\n" },
  });
  accounts.team(owner, "Core Maintainers", { members: ["bo-okafor", "cleo"], repositories: { [fullName]: "write" } });
  accounts.team(owner, "Forecasts WG", { members: ["Juno", "noor", "ravi"], repositories: { [fullName]: "triage" } });
  const app = apps.app({ slug: "steward", owner, permissions: appPermissions, events: [] });
  const installationId = apps.install("steward", owner);

  const clock: Clock = { now: () => instant(standin.clock.milliseconds()) };
  const store = createMemoryStore();
  const logged: string[] = [];
  const log = aLog(logged);
  const asApp = new Octokit({
    baseUrl: standin.url,
    log: quiet,
    authStrategy: createAppAuth,
    auth: { appId: app.id, privateKey: app.privateKey },
  });
  // As the App does: tokens are judged by the clock that the test moves.
  const octokit = createInstallationClient({
    apiBaseUrl: standin.url,
    fetch,
    log: quiet,
    clock,
    newToken: async () => {
      const { data } = await asApp.rest.apps.createInstallationAccessToken({ installation_id: installationId });
      return { token: data.token, expiresAt: data.expires_at };
    },
  });
  const self = { appId: app.id, login: "steward[bot]" };
  const waitingRoom = createWaitingRoom(clock);
  const changes = createRecentChanges();
  const github = createGitHub({ changes, octokit, owner, name: repo, self, checkName: "Steward", clock, log, pace: unpaced, waitingRoom });
  const startOn = (storage: MemoryStore) =>
    createReconciler({
      github: async () => github,
      plan: createPlanner({ index: emptySpecificationIndex, proposedDelegations: "act", governanceFolder: "governance" }),
      ...storage,
      clock,
      log,
      options: { governanceFolder: "governance", checkName: "Steward", hourlyBrake: false, release: "1" },
    });
  const restart = () => startOn(store);
  const reconciler = restart();
  const ofApp = () => standin.requests.entries().filter(({ actor }) => actor === "app/steward" || actor === self.login);
  return {
    standin,
    store,
    github,
    reconciler,
    repositoryId,
    logged,
    restart,
    afterLoss() {
      const empty = createMemoryStore();
      return { store: empty, reconciler: startOn(empty) };
    },
    look: (pullRequest) => reconciler.reconcile({ repositoryId, pullRequest }),
    open(files, by = "passer-by") {
      const branch = `change-${Object.keys(files).length}-${standin.requests.entries().length}-${opened++}`;
      return repositories.pullRequest(fullName, { by, title: "A change", branch, files });
    },
    owner: new Octokit({ baseUrl: standin.url, log: quiet, auth: tokens.get("asta") }),
    repository: { owner, repo },
    requests() {
      const routes = ofApp().map(({ route }) => route);
      standin.requests.reset();
      return routes;
    },
    cost: () => ofApp().reduce((sum, { cost }) => sum + cost, 0),
    async close() {
      await standin.close();
      seen.assertNone();
    },
  };
}

let opened = 0;

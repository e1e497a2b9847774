import { type AppOptions, createLog, type RunningApp, startApp, webhookPath } from "../../src/app/index.ts";
import { newSeed } from "../../src/sandbox/sandbox-seed.ts";
import { appSlug, owner, repo, type SeededWorld, seedWorld } from "../../src/sandbox/sandbox-world.ts";
import { type Standin, type StandinOptions, startStandin } from "../../src/standin/index.ts";
import { readShipped } from "./shipped-constitution.ts";

export interface AppOnStandin {
  readonly standin: Standin;
  readonly app: RunningApp;
  /** What it was started with. */
  readonly options: AppOptions;
  readonly world: SeededWorld;
  readonly repository: string;
  /** Until every delivery is answered and every pass done, those included that passes themselves caused. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** The real App on a database in memory, against a seeded stand-in, in this process: every layer is real but GitHub. */
export async function startAppOnStandin(options: StandinOptions & { readonly paced?: boolean } = {}): Promise<AppOnStandin> {
  const standin = await startStandin(options);
  const seed = newSeed(standin.clock.milliseconds(), { governanceFolder: null, constitution: [...(await readShipped("governance"))] });
  const world = seedWorld(standin, seed, () => true);
  const appOptions: AppOptions = {
    credentials: { appId: seed.appId, privateKey: seed.privateKey, webhookSecrets: [seed.webhookSecret] },
    apiBaseUrl: standin.url,
    storage: { kind: "memory" },
    http: { host: "127.0.0.1", port: 0 },
    log: createLog("error"),
    clock: standin.clock,
    paced: options.paced ?? false,
    governanceFolder: "governance",
    proposedDelegationsAct: true,
    onFolderLost: () => undefined,
  };
  const app = await startApp(appOptions);
  standin.world.apps.setWebhook(appSlug, { url: `${app.url}${webhookPath}`, secret: seed.webhookSecret });
  const settle = async (): Promise<void> => {
    do {
      await standin.deliveries.settled();
      await app.idle();
    } while (standin.deliveries.underWay > 0);
  };
  await settle();
  return {
    standin,
    app,
    options: appOptions,
    world,
    repository: `${owner}/${repo}`,
    settle,
    async stop() {
      await app.stop();
      await standin.close();
    },
  };
}

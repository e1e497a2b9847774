import type { Octokit } from "@octokit/rest";
import type { Logger } from "pino";
import { Probot, ProbotOctokit } from "probot";
import { z } from "zod";
import { withoutRetries } from "../adapters/github/index.ts";
import type { InstalledRepository } from "../adapters/store/index.ts";
import type { Clock } from "../ports/clock.ts";
import type { Credentials } from "./app-options.ts";
import type { AppLog } from "./create-log.ts";
import { createInstallationClient } from "./installation-client.ts";
import type { Metrics } from "./metrics.ts";

/** GitHub does not take these credentials, in words for whoever set them. */
export class CredentialsRefused extends Error {
  override readonly name = "CredentialsRefused";
}

/** This App at GitHub: who it is, and clients signed in as its installations. */
export interface GitHubApp {
  /** Asked once, then remembered. */
  self(): Promise<{ readonly appId: number; readonly login: string }>;
  /** The login, once `self` has succeeded. */
  knownLogin(): string | null;
  octokit(installationId: number): Promise<Octokit>;
  /** Everything the App is installed on and not suspended. */
  listInstalled(): Promise<readonly { readonly installationId: number; readonly repositories: readonly InstalledRepository[] }[]>;
}

export interface GitHubAppOptions {
  readonly credentials: Credentials;
  readonly apiBaseUrl: string;
  readonly log: AppLog;
  readonly clock: Clock;
  readonly metrics: Pick<Metrics, "countRequest" | "noteRateLimit">;
}

/** No answer within this time is a fault, so that a pass never hangs on a dead connection. */
const requestTimeout = 30_000;

const AppAnswer = z.object({ slug: z.string() });
const Token = z.object({ token: z.string().min(1), expires_at: z.iso.datetime({ offset: true }) });
const Installation = z.object({ id: z.number(), suspended_at: z.string().nullish() });
const Repository = z.object({ id: z.number(), name: z.string(), owner: z.object({ login: z.string() }) });

export function createGitHubApp({ credentials, apiBaseUrl, log, clock, metrics }: GitHubAppOptions): GitHubApp {
  const measured = measuredFetch(metrics);
  const probot = new Probot({
    appId: credentials.appId,
    privateKey: credentials.privateKey,
    // Deliveries never pass through Probot: see the intake.
    secret: credentials.webhookSecrets[0],
    baseUrl: apiBaseUrl,
    log: quiet(log.pino),
    request: { fetch: measured },
    Octokit: ProbotOctokit.defaults(withoutRetries),
  });
  let known: Promise<{ appId: number; login: string }> | null = null;
  let login: string | null = null;
  const clients = new Map<number, Promise<Octokit>>();

  async function readSelf() {
    const octokit = await probot.auth();
    try {
      const { slug } = AppAnswer.parse((await octokit.request("GET /app")).data);
      login = `${slug}[bot]`;
      return { appId: credentials.appId, login };
    } catch (fault) {
      throw isRefusal(fault) ? refused(credentials.appId, fault) : fault;
    }
  }

  const octokitFor = async (installationId: number): Promise<Octokit> => {
    const client = clients.get(installationId) ?? signIn(installationId);
    clients.set(installationId, client);
    return client;
  };

  async function signIn(installationId: number): Promise<Octokit> {
    const app = await probot.auth();
    return createInstallationClient({
      apiBaseUrl,
      fetch: measured,
      log: quiet(log.pino),
      clock,
      newToken: async () => {
        const answer = await app.request("POST /app/installations/{installation_id}/access_tokens", { installation_id: installationId });
        const { token, expires_at: expiresAt } = Token.parse(answer.data);
        return { token, expiresAt };
      },
    });
  }

  return {
    self() {
      known ??= readSelf().catch((fault: unknown) => {
        known = null;
        throw fault;
      });
      return known;
    },
    knownLogin: () => login,
    octokit: octokitFor,
    async listInstalled() {
      const app = await probot.auth();
      const installations = (await app.paginate("GET /app/installations", { per_page: 100 })).map((one) => Installation.parse(one));
      const active = installations.filter(({ suspended_at }) => (suspended_at ?? null) === null);
      return Promise.all(
        active.map(async ({ id }) => {
          const octokit = await octokitFor(id);
          const repositories = await octokit.paginate("GET /installation/repositories", { per_page: 100 });
          return {
            installationId: id,
            repositories: repositories.map((one) => {
              const { id: repositoryId, name, owner } = Repository.parse(one);
              return { id: repositoryId, owner: owner.login, name, installationId: id };
            }),
          };
        }),
      );
    },
  };
}

/** Octokit logs every refused request as an error. All of them are thrown here, and logged with the delivery they belong to. */
function quiet(logger: Logger): Logger {
  return logger.isLevelEnabled("debug") ? logger : logger.child({}, { level: "fatal" });
}

/** Node's fetch with a time limit, counted. */
function measuredFetch(metrics: GitHubAppOptions["metrics"]): typeof fetch {
  return async (input, init) => {
    const kind = String(input).endsWith("/graphql") ? "graphql" : "rest";
    const method = init?.method ?? "GET";
    const limit = AbortSignal.timeout(requestTimeout);
    const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
    try {
      const response = await fetch(input, { ...init, signal });
      metrics.countRequest(kind, method, response.status);
      const left = Number(response.headers.get("x-ratelimit-remaining") ?? Number.NaN);
      if (Number.isFinite(left)) metrics.noteRateLimit(kind, left);
      return response;
    } catch (fault) {
      metrics.countRequest(kind, method, 0);
      throw fault;
    }
  };
}

function isRefusal(fault: unknown): fault is Error & { readonly status: number } {
  return fault instanceof Error && "status" in fault && (fault.status === 401 || fault.status === 404);
}

function refused(appId: number, fault: Error & { readonly status: number }): CredentialsRefused {
  return new CredentialsRefused(
    `GitHub does not accept APP_ID ${appId} with this PRIVATE_KEY (${fault.status}: ${fault.message}). Both stand on the App's settings page, which also makes a new key: https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/managing-private-keys-for-github-apps`,
    { cause: fault },
  );
}

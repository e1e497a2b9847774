import { Octokit } from "@octokit/rest";
import { pino } from "pino";
import { Probot, ProbotOctokit } from "probot";
import { z } from "zod";
import { withoutRetries } from "../../adapters/github/index.ts";
import type { Connection } from "./connection.ts";

const Token = z.object({ token: z.string() });

/** Milliseconds; a report never hangs on a dead connection. */
const requestTimeout = 20_000;
const timedFetch: typeof fetch = (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(requestTimeout) });

export type AppClient = Awaited<ReturnType<Probot["auth"]>>;

/** What GitHub refuses becomes a finding: nothing is logged beside it. */
export const quiet = { debug() {}, info() {}, warn() {}, error() {} };

export async function signInAsApp({ credentials, apiBaseUrl }: Connection): Promise<AppClient> {
  const probot = new Probot({
    appId: credentials.appId,
    privateKey: credentials.privateKey,
    secret: credentials.webhookSecrets[0],
    baseUrl: apiBaseUrl,
    log: pino({ level: "silent" }),
    request: { fetch: timedFetch },
    Octokit: ProbotOctokit.defaults(withoutRetries),
  });
  return await probot.auth();
}

/** One token is enough: a report takes seconds, and a token holds for an hour. */
export async function signInAsInstallation(asApp: AppClient, { apiBaseUrl }: Connection, installationId: number): Promise<Octokit> {
  const answer = await asApp.request("POST /app/installations/{installation_id}/access_tokens", { installation_id: installationId });
  const { token } = Token.parse(answer.data);
  return new Octokit({ baseUrl: apiBaseUrl, auth: token, log: quiet, request: { fetch: timedFetch } });
}

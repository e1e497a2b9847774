import { createHmac, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Store } from "../../src/adapters/store/index.ts";
import type { AppOptions, RunningApp } from "../../src/app/app-options.ts";
import { composeApp, type Parts } from "../../src/app/compose-app.ts";
import { createLog } from "../../src/app/create-log.ts";
import { systemClock } from "../../src/app/system-clock.ts";
import type { Jobs } from "../../src/ports/jobs.ts";
import type { Subject } from "../../src/ports/ledger.ts";
import type { Reconciler } from "../../src/reconcile/index.ts";

export const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});

export const secret = "a long random text";
export const previousSecret = "the one before";

/** Just enough of GitHub for the App to learn who it is and where it is installed. */
export interface TinyGitHub {
  readonly url: string;
  /** Answers everything with this status when set. */
  failWith: number | null;
  close(): Promise<void>;
}

export async function startTinyGitHub(): Promise<TinyGitHub> {
  const state = { failWith: null as number | null };
  const answers: readonly (readonly [RegExp, () => unknown])[] = [
    [/^POST \/app\/installations\/3\/access_tokens/, () => ({ token: "ghs_secret", expires_at: "2099-01-01T00:00:00Z", permissions: {} })],
    [
      /^GET \/app\/installations/,
      () => [
        { id: 3, suspended_at: null },
        { id: 4, suspended_at: "2026-01-01T00:00:00Z" },
      ],
    ],
    [/^GET \/installation\/repositories/, () => ({ total_count: 1, repositories: [{ id: 12, name: "spec", owner: { login: "orbit" } }] })],
    [/^GET \/repos\/orbit\/spec\/pulls/, () => []],
    [/^GET \/app/, () => ({ slug: "steward" })],
  ];
  const server = createServer((request, response) => {
    // A server of GitHub Enterprise has its interface under /api/v3.
    const found = answers.find(([shape]) => shape.test(`${request.method} ${request.url?.replace("/api/v3", "")}`));
    const status = state.failWith ?? (found === undefined ? 404 : request.method === "POST" ? 201 : 200);
    response.writeHead(status, { "content-type": "application/json", "x-ratelimit-remaining": "4999" });
    response.end(JSON.stringify(status < 300 ? found?.[1]() : { message: "Bad credentials" }));
  });
  const url = await listening(server);
  return Object.assign(state, { url, close: () => new Promise<void>((resolve) => server.close(() => resolve())) });
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("No port"));
      else resolve(`http://127.0.0.1:${address.port}`);
    });
  });
}

/** A reconciler that does as it is told, and remembers what it was asked. */
export interface ScriptedReconciler extends Reconciler {
  readonly calls: string[];
  onPass: (subject: Subject) => Promise<void>;
  onSweep: (repositoryId: number) => Promise<void>;
}

export function scriptReconciler(): ScriptedReconciler {
  const script: ScriptedReconciler = {
    calls: [],
    onPass: async () => undefined,
    onSweep: async () => undefined,
    async reconcile(subject) {
      script.calls.push(`pull ${subject.pullRequest}`);
      await script.onPass(subject);
      return { kind: "gone" };
    },
    async completeMergeGroup(_repositoryId, headSha) {
      script.calls.push(`merge-group ${headSha}`);
    },
    listEveryPullRequest: async () => [],
    recover: async () => ({ kind: "recorded" as const }),
    async completeMergeQueue(repositoryId) {
      script.calls.push(`merge-queue ${repositoryId}`);
    },
    async sweep(repositoryId) {
      script.calls.push(`sweep ${repositoryId}`);
      await script.onSweep(repositoryId);
      return { open: 0, looks: 0 };
    },
  };
  return script;
}

export interface AppSetup {
  readonly app: RunningApp;
  readonly script: ScriptedReconciler;
  readonly jobs: Jobs;
  readonly lines: string[];
}

/** An App on a store and a tiny GitHub, with scripted passes. */
export async function startTestApp(
  gitHub: Pick<TinyGitHub, "url">,
  store: Store | undefined,
  changes: { readonly options?: Partial<AppOptions>; readonly limits?: Parts["limits"] } = {},
): Promise<AppSetup> {
  const script = scriptReconciler();
  const lines: string[] = [];
  let jobs: Jobs | undefined;
  const app = await composeApp(
    {
      credentials: { appId: 4242, privateKey, webhookSecrets: [secret, previousSecret] },
      apiBaseUrl: gitHub.url,
      storage: { kind: "memory" },
      http: { host: "127.0.0.1", port: 0 },
      log: createLog("debug", { write: (line) => void lines.push(line) }),
      clock: systemClock,
      paced: false,
      governanceFolder: "governance",
      proposedDelegationsAct: true,
      onFolderLost: () => undefined,
      ...changes.options,
    },
    {
      createReconciler(deps) {
        jobs = deps.jobs;
        return script;
      },
      limits: { pollMilliseconds: 20, ...changes.limits },
      ...(store === undefined ? {} : { store }),
    },
  );
  if (jobs === undefined) throw new Error("The App made no reconciler");
  return { app, script, jobs, lines };
}

export const repository = { id: 12, name: "spec", owner: { login: "orbit" }, default_branch: "main" };

export function aPullRequestEvent(number: number, action = "opened"): Readonly<Record<string, unknown>> {
  return { action, sender: { id: 7, login: "mira", type: "User" }, installation: { id: 3 }, repository, pull_request: { number } };
}

export interface Sending {
  readonly guid?: string;
  readonly event?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signedWith?: string;
}

/** Delivers as GitHub does; a text is sent as it is. */
export function deliver(url: string, payload: Readonly<Record<string, unknown>> | string, sending: Sending = {}): Promise<Response> {
  const body = typeof payload === "string" ? payload : JSON.stringify(payload);
  const signature = createHmac("sha256", sending.signedWith ?? secret)
    .update(body)
    .digest("hex");
  return fetch(`${url}/api/github/webhooks`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-github-event": sending.event ?? "pull_request",
      "x-github-delivery": sending.guid ?? randomUUID(),
      "x-hub-signature-256": `sha256=${signature}`,
      ...sending.headers,
    },
  });
}

/** Waits for what must come; fails after a while rather than for ever. */
export async function eventually(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 6_000; tries += 1) {
    if (await isSo()) return;
    await sleep(10);
  }
  throw new Error(`Did not come: ${what}`);
}

/** A promise to be resolved by hand. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

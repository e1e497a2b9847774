import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createAppAuth } from "@octokit/auth-app";
import { Octokit } from "@octokit/rest";
import { type Standin, type StandinOptions, startStandin } from "../../src/standin/index.ts";
import { observeAgainstDescription } from "../contract/github-description.ts";

/** A webhook as the receiver got it. */
interface Received {
  readonly event: string;
  readonly action: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly payload: string;
}

export interface Acme {
  readonly github: Standin;
  readonly repo: { readonly owner: string; readonly repo: string };
  readonly app: { readonly id: number; readonly privateKey: string; readonly webhookSecret: string; readonly installation: number };
  /** Everything the App's webhook got, in order; `answer` is what it replies, unless it is silent. */
  readonly received: Received[];
  readonly receiver: { answer: number; silent: boolean };
  /** A client that acts as a person. */
  as(login: string): Octokit;
  /** A client that acts as the App's installation, by its key. */
  asApp(): Octokit;
  /** A client with the App's JSON web token. */
  asJwt(): Octokit;
  withToken(token: string): Octokit;
  anonymous(): Octokit;
  close(): Promise<void>;
}

// Making a key takes longer than everything else here: one serves all tests of a file.
const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * An organisation `acme` with the public repository `spec`, a private one `vault`, and an App `steward` installed on both.
 * Owner: olga. Writer by a team below another: wren. Triage by a team: mira. Plain member: noor. Strangers: alice, sten.
 */
export async function startAcme(options: StandinOptions = {}): Promise<Acme> {
  const received: Received[] = [];
  const receiver = { answer: 202, silent: false };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const payload = Buffer.concat(chunks).toString("utf8");
      const { action }: { action?: string } = JSON.parse(payload);
      received.push({ event: String(request.headers["x-github-event"]), action, headers: request.headers, payload });
      if (!receiver.silent) response.writeHead(receiver.answer).end("noted");
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;

  // Every answer and webhook that a test causes is held to GitHub's description.
  const seen = observeAgainstDescription();
  const github = await startStandin({ ...seen, ...options });
  const { accounts, repositories, apps } = github.world;
  const tokens = new Map(
    ["olga", "wren", "mira", "noor", "alice", "sten"].map((login) => [login, accounts.user(login, { name: login }).token]),
  );
  accounts.organization("acme", { owners: ["olga"], members: ["noor"] });
  repositories.repository("acme/spec", {
    files: { "README.md": "# Spec\n", "seps/1.md": "one\ntwo\nthree\nfour\nfive\nsix\nseven\n", "seps/2.md": "second\n" },
  });
  repositories.repository("acme/vault", { private: true, files: { "secret.md": "hush\n" } });
  accounts.team("acme", "Maintainers", { repositories: { "acme/spec": "write" } });
  accounts.team("acme", "Core", { parent: "maintainers", members: ["wren"] });
  accounts.team("acme", "Events WG", { members: ["mira"], maintainers: ["olga"], repositories: { "acme/spec": "triage" } });
  const app = apps.app({
    slug: "steward",
    owner: "acme",
    privateKey,
    permissions: { contents: "read", pull_requests: "write", issues: "write", checks: "write", members: "read", metadata: "read" },
    events: [
      "pull_request",
      "pull_request_review",
      "push",
      "issue_comment",
      "issues",
      "label",
      "merge_group",
      "team",
      "membership",
      "organization",
    ],
    webhookUrl: `http://127.0.0.1:${port}/webhooks`,
  });
  const installation = apps.install("steward", "acme");
  await github.deliveries.settled();
  received.length = 0;

  const client = (auth: object) => new Octokit({ baseUrl: github.url, log: silent, ...auth });
  const key = { appId: app.id, privateKey: app.privateKey };
  return {
    github,
    repo: { owner: "acme", repo: "spec" },
    app: { ...app, installation },
    received,
    receiver,
    as: (login) => client({ auth: tokens.get(login) ?? accounts.token(login) }),
    asApp: () => client({ authStrategy: createAppAuth, auth: { ...key, installationId: installation } }),
    asJwt: () => client({ authStrategy: createAppAuth, auth: key }),
    withToken: (token) => client({ auth: token }),
    anonymous: () => client({}),
    async close() {
      await github.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      seen.assertNone();
    },
  };
}

/** The status and message with which a request was refused; throws when it was not. */
export async function refusal(request: Promise<unknown>): Promise<{ status: number; message: string }> {
  const failed = await request.then(
    () => null,
    (error: unknown) => error,
  );
  if (failed instanceof Error && "status" in failed && typeof failed.status === "number") {
    return { status: failed.status, message: failed.message.split(" - http")[0] ?? "" };
  }
  throw new Error("The request was not refused.", { cause: failed });
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { inspectDataFolder, inspectServer } from "../../adapters/store/index.ts";
import type { Storage } from "../../app/app-options.ts";
import { epochMilliseconds, instant } from "../../kernel/instant.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Known } from "../../ports/github.ts";
import type { Connection } from "./connection.ts";
import type { AppFacts, DoctorFacts, Grants, StorageFacts } from "./facts.ts";
import { gatherRepositories } from "./gather-repositories.ts";
import { attempt } from "./known.ts";
import { Permissions } from "./permissions.ts";
import { signInAsApp } from "./sign-in.ts";

const appFile = join(import.meta.dirname, "..", "..", "..", "app.yml");

const Manifest = z.object({ default_permissions: z.record(z.string(), z.string()), default_events: z.array(z.string()) });
const App = z.object({
  slug: z.string(),
  html_url: z.string(),
  permissions: Permissions,
  events: z.array(z.string()),
});
const Hook = z.object({
  url: z.string().optional(),
  content_type: z.string().optional(),
  insecure_ssl: z.union([z.string(), z.number()]).optional(),
});
const Deliveries = z.array(z.object({ event: z.string(), status_code: z.number(), delivered_at: z.string() }));

/** Asks everything that the report needs, of GitHub and of this machine. Reads only; what fails is a value. */
export async function gatherFacts(connection: Connection, asked: string | null, clock: Clock): Promise<DoctorFacts> {
  const { credentials, apiBaseUrl, source } = connection;
  const octokit = await signInAsApp(connection);
  const before = clock.now();
  const answer = await attempt(() => octokit.request("GET /app"));
  const app: Known<AppFacts> = answer.known ? await attempt(async () => toApp(answer.value.data)) : answer;
  return {
    source,
    apiBaseUrl,
    appId: credentials.appId,
    manifest: await readManifest(),
    storage: await gatherStorage(connection.storage),
    app,
    clockAhead: connection.sharesClock
      ? await attempt(async () => secondsAhead(before, clock.now(), answer.known ? answer.value.headers.date : undefined))
      : null,
    hook: await attempt(async () => toHook((await octokit.request("GET /app/hook/config")).data)),
    deliveries: await attempt(async () => toDeliveries((await octokit.request("GET /app/hook/deliveries", { per_page: 100 })).data)),
    repositories: app.known
      ? await attempt(() => gatherRepositories(octokit, connection, app.value, asked, clock))
      : { known: false, why: "GitHub does not know this App" },
    asked,
  };
}

async function readManifest(): Promise<Grants> {
  const { default_permissions: permissions, default_events: events } = Manifest.parse(parse(await readFile(appFile, "utf8")));
  return { permissions, events };
}

function toApp(data: unknown): AppFacts {
  const { slug, html_url: page, permissions, events } = App.parse(data);
  return { name: slug, page, permissions, events };
}

function toHook(data: unknown): {
  readonly url: string | null;
  readonly contentType: string | null;
  readonly verifiesCertificate: boolean;
} {
  const { url, content_type: contentType, insecure_ssl: insecure } = Hook.parse(data);
  return { url: url || null, contentType: contentType ?? null, verifiesCertificate: String(insecure ?? "0") === "0" };
}

function toDeliveries(data: unknown) {
  const all = Deliveries.parse(data);
  const [latest] = all.toSorted((left, right) => (left.delivered_at < right.delivered_at ? 1 : -1));
  return {
    total: all.length,
    failed: all.filter(({ status_code }) => status_code < 200 || status_code >= 300).length,
    latest: latest ? { event: latest.event, status: latest.status_code, at: latest.delivered_at } : null,
  };
}

/** GitHub's date has no fractions, and was made between the question and the answer. */
function secondsAhead(before: string, after: string, date: string | undefined): number {
  const theirs = date === undefined ? Number.NaN : Date.parse(date);
  if (Number.isNaN(theirs)) throw new Error("GitHub's answer names no time");
  const middle = (epochMilliseconds(instant(before)) + epochMilliseconds(instant(after))) / 2;
  return (middle - theirs) / 1000;
}

async function gatherStorage(storage: Storage): Promise<StorageFacts> {
  switch (storage.kind) {
    case "folder":
      return { kind: "folder", path: storage.path, state: await inspectDataFolder(storage.path, storage.owner) };
    case "memory":
      return { kind: "folder", path: "memory", state: "free" };
    case "server": {
      const { host, pathname } = new URL(storage.url);
      return { kind: "server", place: `${host}${pathname}`, answer: await attempt(() => inspectServer(storage.url)) };
    }
  }
}

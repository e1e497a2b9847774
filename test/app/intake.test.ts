import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { type Arrival, type Store, useDatabase } from "../../src/adapters/store/index.ts";
import {
  type AppSetup,
  aPullRequestEvent,
  deliver,
  previousSecret,
  repository,
  type Sending,
  startTestApp,
  startTinyGitHub,
  type TinyGitHub,
} from "../support/app-setup.ts";
import { openTestDatabase } from "../support/embedded-database.ts";

describe("the intake", () => {
  let store: Store;
  let gitHub: TinyGitHub;
  let setup: AppSetup;
  const recorded: Arrival[] = [];
  beforeAll(async () => {
    gitHub = await startTinyGitHub();
    store = await useDatabase(await openTestDatabase(), { onFault: console.error });
    const inbox = {
      ...store.inbox,
      record(arrival: Arrival) {
        recorded.push(arrival);
        return store.inbox.record(arrival);
      },
    };
    setup = await startTestApp(gitHub, { ...store, inbox });
  });
  beforeEach(async () => {
    await setup.app.idle();
    setup.script.calls.length = 0;
    recorded.length = 0;
  });
  afterAll(async () => {
    await setup.app.stop();
    await store.close();
    await gitHub.close();
  });

  const passes = () => setup.script.calls.filter((call) => call.startsWith("pull"));

  it("handles a delivery once, though it comes four times, three of them at once", async () => {
    const guid = randomUUID();
    const event = aPullRequestEvent(1);

    const answers = await Promise.all([1, 2, 3].map(() => deliver(setup.app.url, event, { guid })));
    await setup.app.idle();
    const again = await deliver(setup.app.url, event, { guid });
    await setup.app.idle();

    expect([...answers, again].map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    expect(passes()).toEqual(["pull 1"]);
  });

  it("takes deliveries signed with the secret before, while it is being changed", async () => {
    expect((await deliver(setup.app.url, aPullRequestEvent(2), { signedWith: previousSecret })).status).toBe(202);
    await setup.app.idle();

    expect(passes()).toEqual(["pull 2"]);
  });

  it.each<[string, Sending, number]>([
    ["another secret", { signedWith: "guessed" }, 401],
    ["no signature", { headers: { "x-hub-signature-256": "" } }, 401],
    ["a signature of another length", { headers: { "x-hub-signature-256": "sha256=00" } }, 401],
    ["the old kind of signature alone", { headers: { "x-hub-signature-256": "sha1=00" } }, 401],
    ["no delivery id", { headers: { "x-github-delivery": "" } }, 400],
    ["a delivery id that is none", { headers: { "x-github-delivery": "a'; drop table inbox" } }, 400],
    ["an event that is none", { event: "../../etc" }, 400],
    ["a form instead of JSON", { headers: { "content-type": "application/x-www-form-urlencoded" } }, 415],
  ])("refuses %s, and keeps nothing", async (_what, sending, status) => {
    const answer = await deliver(setup.app.url, aPullRequestEvent(3), sending);

    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toBe("");
    expect(recorded).toEqual([]);
  });

  it.each<[string, string, Sending]>([
    ["is not JSON", "{", {}],
    ["is JSON of another shape", '{"repository":{"id":"twelve"}}', {}],
    ["is a list", "[]", {}],
    ["names a pull request that cannot be", JSON.stringify(aPullRequestEvent(2 ** 40)), {}],
    ["is of an unknown kind", JSON.stringify({ repository }), { event: "sponsorship" }],
    ["has nobody in it", "{}", { event: "ping" }],
  ])("answers 202 and keeps nothing when a signed delivery %s", async (_what, body, sending) => {
    expect((await deliver(setup.app.url, body, sending)).status).toBe(202);

    expect(recorded).toEqual([]);
  });

  it("keeps who, what and where of a delivery, and no text of people's", async () => {
    const guid = randomUUID();

    await deliver(setup.app.url, { ...aPullRequestEvent(5), pull_request: { number: 5, body: "may be deleted later" } }, { guid });

    expect(recorded).toEqual([
      {
        guid,
        subject: "repo/12/pull/5",
        delivery: {
          event: "pull_request",
          action: "opened",
          sender: { id: 7, login: "mira" },
          installationId: 3,
          repository: { id: 12, owner: "orbit", name: "spec" },
        },
      },
    ]);
  });

  it("keeps through which App a person's comment was written, which GraphQL does not tell", async () => {
    const event = { ...aPullRequestEvent(5), action: "created", issue: { number: 5, pull_request: {} } };
    const app = { id: 31, slug: "merge-helper" };

    await deliver(
      setup.app.url,
      { ...event, comment: { id: 901, body: "/lgtm", performed_via_github_app: app } },
      { event: "issue_comment" },
    );
    await deliver(
      setup.app.url,
      { ...event, comment: { id: 902, body: "/lgtm", performed_via_github_app: null } },
      { event: "issue_comment" },
    );

    expect(recorded.map(({ delivery }) => delivery.comment)).toEqual([
      { id: 901, viaApp: "merge-helper" },
      { id: 902, viaApp: null },
    ]);
  });

  it("refuses more than GitHub sends, whether it is announced or not", async () => {
    const announced = await send(setup.app.url, { "content-length": String(26 * 1024 * 1024) }, 0);
    const streamed = await send(setup.app.url, { "transfer-encoding": "chunked" }, 26);

    expect([announced, streamed]).toEqual([413, 413]);
    expect((await fetch(`${setup.app.url}/healthz`)).status).toBe(200);
  });

  it("says 405 to whoever only looks, and 404 elsewhere", async () => {
    expect((await fetch(`${setup.app.url}/api/github/webhooks`)).status).toBe(405);
    expect((await fetch(`${setup.app.url}/probot`)).status).toBe(404);
    expect((await fetch(`${setup.app.url}/`)).status).toBe(404);
  });

  it("never writes a secret, a key or a signature into its log", async () => {
    await deliver(setup.app.url, aPullRequestEvent(6));
    await deliver(setup.app.url, aPullRequestEvent(6), { signedWith: "guessed" });
    await setup.app.idle();

    const log = setup.lines.join("");
    expect(log).toContain("Delivery recorded");
    expect(log).not.toMatch(/a long random text|the one before|PRIVATE KEY|sha256=|ghs_secret|eyJ/);
  });
});

describe("the intake without a database", () => {
  it("answers 503, and the health page says why", async () => {
    const gitHub = await startTinyGitHub();
    const store = await useDatabase(await openTestDatabase(), { onFault: () => undefined });
    const { app } = await startTestApp(gitHub, store);
    await app.idle();
    expect(await (await fetch(`${app.url}/healthz`)).json()).toMatchObject({ status: "ok", database: "reachable", workers: "running" });
    await store.close();

    const answer = await deliver(app.url, aPullRequestEvent(1));
    const health = await fetch(`${app.url}/healthz`);
    const metrics = await (await fetch(`${app.url}/metrics`)).text();

    expect(answer.status).toBe(503);
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ status: "down", database: "unreachable", queue: null });
    expect(metrics).toContain('steward_deliveries_total{event="pull_request",outcome="failed"} 1');
    expect(metrics).not.toMatch(/^steward_queue_waiting /m);
    await app.stop();
    await gitHub.close();
  });
});

/** Sends so many megabytes, or only says so. */
function send(url: string, headers: Readonly<Record<string, string>>, megabytes: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/github/webhooks`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-github-event": "push", "x-github-delivery": randomUUID(), ...headers },
    });
    sent.on("response", (response) => {
      resolve(response.statusCode);
      sent.destroy();
    });
    sent.on("error", reject);
    const megabyte = Buffer.alloc(1024 * 1024, " ");
    for (let count = 0; count < megabytes; count += 1) sent.write(megabyte);
    sent.flushHeaders();
  });
}

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { sql } from "drizzle-orm";
import type { OpenDatabase } from "../../src/adapters/store/database.ts";
import { type Store, useDatabase } from "../../src/adapters/store/index.ts";
import { instant } from "../../src/kernel/instant.ts";
import { RateLimited } from "../../src/ports/github.ts";
import { subjectKey } from "../../src/ports/ledger.ts";
import {
  type AppSetup,
  aPullRequestEvent,
  deliver,
  eventually,
  gate,
  repository,
  startTestApp,
  startTinyGitHub,
  type TinyGitHub,
} from "../support/app-setup.ts";
import { openTestDatabase } from "../support/embedded-database.ts";
import { aState } from "../support/ledger-facts.ts";

const noon = instant("2026-11-23T12:00:00Z");
const attempts = 3;

describe("passes", () => {
  let database: OpenDatabase;
  let store: Store;
  let gitHub: TinyGitHub;
  let setup: AppSetup;
  let now = noon;
  beforeAll(async () => {
    gitHub = await startTinyGitHub();
    database = await openTestDatabase();
    store = await useDatabase(database, { onFault: console.error, queueTimes: { retrySeconds: 0, longestRetrySeconds: 1 } });
  });
  beforeEach(async () => {
    now = noon;
    setup = await startTestApp(gitHub, store, { options: { clock: { now: () => now } }, limits: { attempts } });
    await setup.app.idle();
    setup.script.calls.length = 0;
  });
  afterEach(async () => {
    await setup.app.stop();
    await database.db.execute(sql`delete from steward.inbox`);
    await database.db.execute(sql`delete from steward.subjects`);
  });
  afterAll(async () => {
    await store.close();
    await gitHub.close();
  });

  const send = async (number: number, action?: string) =>
    expect((await deliver(setup.app.url, aPullRequestEvent(number, action))).status).toBe(202);
  const metric = async (line: string) =>
    (await (await fetch(`${setup.app.url}/metrics`)).text()).split("\n").find((each) => each.startsWith(line));

  it("look at each subject, whatever the number of deliveries that waited for it when a pass began", async () => {
    const first = gate();
    setup.script.onPass = async () => first.opened;
    await send(1);
    await eventually(() => setup.script.calls.length === 1, "the first pass");
    for (let count = 0; count < 10; count += 1) await send(1, "edited");
    first.open();
    await setup.app.idle();

    expect(setup.script.calls).toEqual(["pull 1", "pull 1"]);
  });

  it("of one subject never run at the same time, while those of others do", async () => {
    const running = new Set<number>();
    const together = gate();
    setup.script.onPass = async ({ pullRequest }) => {
      expect(running.has(pullRequest)).toBe(false);
      running.add(pullRequest);
      if (running.size === 6) together.open();
      await together.opened;
      running.delete(pullRequest);
    };
    await Promise.all(Array.from({ length: 60 }, (_, index) => send(1 + (index % 6))));
    await setup.app.idle();

    expect(new Set(setup.script.calls).size).toBe(6);
  });

  it("that are slow hold nobody else up", async () => {
    const slow = gate();
    setup.script.onPass = async ({ pullRequest }) => (pullRequest === 1 ? slow.opened : undefined);
    await send(1);
    await eventually(() => setup.script.calls.includes("pull 1"), "the slow pass");
    for (const number of [2, 3, 4]) {
      await send(number);
      await eventually(() => setup.script.calls.includes(`pull ${number}`), `the pass over ${number}`);
    }

    expect((await store.inbox.backlog()).waiting).toBe(1);
    slow.open();
    await setup.app.idle();
  });

  it("that fail are tried again, given up after the last attempt, listed, and made good by a later one", async () => {
    let broken = true;
    setup.script.onPass = async () => {
      if (broken) throw new Error("GitHub refused the comment");
    };
    await send(7);
    await setup.app.idle();

    expect(setup.script.calls).toEqual(["pull 7", "pull 7", "pull 7"]);
    expect(await store.inbox.listDead(5)).toMatchObject([
      { subject: "repo/12/pull/7", attempts, error: "Error: GitHub refused the comment" },
    ]);
    expect(await metric("steward_deliveries_dead")).toBe("steward_deliveries_dead 1");
    expect(await metric('steward_jobs_total{outcome="dead"}')).toBe('steward_jobs_total{outcome="dead"} 1');
    expect(await (await fetch(`${setup.app.url}/healthz`)).json()).toMatchObject({ status: "ok", queue: { dead: 1 } });

    broken = false;
    await send(7, "edited");
    await setup.app.idle();
    expect(await store.inbox.listDead(5)).toEqual([]);
  });

  it("that take too long count as failed", async () => {
    await setup.app.stop();
    setup = await startTestApp(gitHub, store, { limits: { passMilliseconds: 200 } });
    await setup.app.idle();
    setup.script.calls.length = 0;
    let calls = 0;
    setup.script.onPass = () => {
      calls += 1;
      return calls === 1 ? new Promise(() => undefined) : Promise.resolve();
    };
    await send(8);
    await setup.app.idle();

    expect(setup.script.calls).toEqual(["pull 8", "pull 8"]);
    expect(setup.lines.join("")).toContain("took longer than 0.2 seconds");
  });

  it("wait as long as GitHub asks, which is no failure", async () => {
    let limited = 5;
    setup.script.onPass = async () => {
      limited -= 1;
      if (limited > 0) throw new RateLimited("GitHub asks to wait", 403, instant(Date.parse(now) + 500));
    };
    await send(9);
    await eventually(() => setup.script.calls.length === 1, "the first attempt");
    await eventually(async () => (await metric('steward_jobs_total{outcome="postponed"}')) !== undefined, "the postponement");

    expect((await store.inbox.backlog()).waiting).toBe(1);
    expect(await store.inbox.listDead(1)).toEqual([]);
    await eventually(() => limited === 0, "the fifth attempt, two more than a failure is given");
    await setup.app.idle();
    expect(await store.inbox.listDead(1)).toEqual([]);
  });

  it("follow each other until nothing is asked for, each cause served", async () => {
    setup.script.onPass = async ({ pullRequest, repositoryId }) => {
      if (pullRequest < 13) await setup.jobs.look({ repositoryId, pullRequest: pullRequest + 1 }, "shared-head");
    };
    await send(10);
    await setup.app.idle();

    expect(setup.script.calls).toEqual(["pull 10", "pull 11", "pull 12", "pull 13"]);
  });

  it("over merge groups, the default branch and repositories go where they belong", async () => {
    const headSha = "9ab3".repeat(10);
    const about = { installation: { id: 3 }, repository, sender: { id: 7, login: "mira", type: "User" } };
    const send = (event: string, payload: object) => deliver(setup.app.url, { ...about, ...payload }, { event });
    await send("merge_group", { action: "checks_requested", merge_group: { head_sha: headSha } });
    await setup.app.idle();
    await send("push", { ref: "refs/heads/main" });
    await setup.app.idle();
    await send("label", { action: "deleted" });
    await setup.app.idle();
    await send("installation_repositories", { action: "added" });
    await setup.app.idle();

    expect(setup.script.calls).toEqual([`merge-group ${headSha}`, "sweep 12", "sweep 12", "sweep 12"]);
  });

  it("over a commit whose check was asked for again look at every open pull request with that head", async () => {
    const headSha = "9ab3".repeat(10);
    for (const [pullRequest, open] of [
      [21, true],
      [22, true],
      [23, false],
    ] as const) {
      const subject = { repositoryId: 12, pullRequest };
      await store.leases.withLease(subjectKey(subject), (lease) => store.subjects.save(aState(subject, { headSha, open }), lease));
    }
    const run = { head_sha: headSha, app: { id: 4242 } };

    await deliver(setup.app.url, { ...aPullRequestEvent(1, "rerequested"), check_run: run }, { event: "check_run" });
    await setup.app.idle();

    expect(setup.script.calls.toSorted()).toEqual(["pull 21", "pull 22"]);
  });

  it("come when they are due by the given clock, once", async () => {
    const subject = { repositoryId: 12, pullRequest: 31 };
    const later = instant("2026-11-28T12:00:00Z");
    await store.leases.withLease(subjectKey(subject), (lease) => store.subjects.save(aState(subject, { nextLook: later }), lease));
    await setup.app.tick();
    await setup.app.idle();
    expect(setup.script.calls).toEqual([]);

    setup.script.onPass = async () => {
      await store.leases.withLease(subjectKey(subject), (lease) => store.subjects.save(aState(subject, { nextLook: null }), lease));
    };
    now = later;
    await setup.app.tick();
    await setup.app.tick();
    await setup.app.idle();
    await setup.app.tick();
    await setup.app.idle();

    expect(setup.script.calls.filter((call) => call === "pull 31")).toEqual(["pull 31"]);
  });

  it("over everything open come each hour, and at the start", async () => {
    await setup.app.tick();
    await setup.app.idle();
    expect(setup.script.calls).toEqual([]);

    now = instant("2026-11-23T13:00:00Z");
    await setup.app.tick();
    await setup.app.idle();
    expect(setup.script.calls).toEqual(["sweep 12"]);
    expect(await (await fetch(`${setup.app.url}/healthz`)).json()).toMatchObject({ lastSweep: now });

    await setup.app.tick();
    await setup.app.idle();
    expect(setup.script.calls).toEqual(["sweep 12"]);
  });

  it("over a repository that the App does not know do nothing, and say so", async () => {
    await setup.jobs.look({ repositoryId: 99, pullRequest: 1 }, "shared-head");
    await setup.app.idle();

    expect(setup.script.calls).toEqual([]);
    expect(setup.lines.join("")).toContain("not installed on this repository");
  });

  it("are all ended before the App has stopped, and what came meanwhile is kept", async () => {
    const slow = gate();
    let ended = false;
    setup.script.onPass = async () => {
      await slow.opened;
      ended = true;
    };
    await send(41);
    await eventually(() => setup.script.calls.length === 1, "the pass");
    await send(41, "edited");

    const stopped = setup.app.stop();
    slow.open();
    await stopped;

    expect(ended).toBe(true);
    expect(setup.script.calls).toEqual(["pull 41"]);
    expect((await store.inbox.backlog()).waiting).toBe(1);
    await expect(fetch(setup.app.url)).rejects.toThrow();
  });
});

describe("the App at its start", () => {
  it("is refused in plain words when GitHub does not take its credentials, and leaves nothing running", async () => {
    const gitHub = await startTinyGitHub();
    gitHub.failWith = 401;
    const store = await useDatabase(await openTestDatabase(), { onFault: console.error });

    await expect(startTestApp(gitHub, store)).rejects.toThrow(/^GitHub does not accept APP_ID 4242 with this PRIVATE_KEY \(401/);

    await store.close();
    await gitHub.close();
  });

  it("takes deliveries while GitHub is away, and serves them when it is back", async () => {
    const gitHub = await startTinyGitHub();
    gitHub.failWith = 502;
    const store = await useDatabase(await openTestDatabase(), {
      onFault: console.error,
      queueTimes: { retrySeconds: 0, longestRetrySeconds: 1 },
    });
    const { app, script } = await startTestApp(gitHub, store, { limits: { attempts: 10_000 } });

    expect((await deliver(app.url, aPullRequestEvent(1))).status).toBe(202);
    await eventually(() => script.calls.includes("pull 1"), "the pass, which does not need the list of installations");
    gitHub.failWith = null;
    await app.idle();

    expect(script.calls).toEqual(["pull 1", "sweep 12"]);
    await app.stop();
    await store.close();
    await gitHub.close();
  });
});

import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Acme, refusal, startAcme } from "./acme.ts";

let acme: Acme;
beforeEach(async () => {
  acme = await startAcme({ frozenAt: "2026-11-23T12:00:00Z", seed: 7, deliveryTimeout: 200 });
});
afterEach(async () => {
  await acme.close();
  expect(acme.github.defects).toEqual([]);
});

const issue = (title: string) => acme.github.world.repositories.issue("acme/spec", { by: "alice", title });
const titles = () => acme.received.map(({ payload }) => JSON.parse(payload).issue?.title);
const listed = async () =>
  (await acme.asJwt().rest.apps.listWebhookDeliveries({ per_page: 100 })).data.filter(({ event }) => event === "issues");

describe("a webhook", () => {
  test("is signed over the bytes sent and carries GitHub's headers", async () => {
    issue("I");
    await acme.github.deliveries.settled();

    const { headers = {}, payload = "" } = acme.received[0] ?? {};
    const sign = (algorithm: string) => `${algorithm}=${createHmac(algorithm, acme.app.webhookSecret).update(payload).digest("hex")}`;
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "x-github-event": "issues",
      "x-github-delivery": expect.stringMatching(/^[0-9a-f-]{36}$/),
      "x-github-hook-id": expect.stringMatching(/^\d+$/),
      "x-github-hook-installation-target-id": String(acme.app.id),
      "x-github-hook-installation-target-type": "integration",
      "x-hub-signature": sign("sha1"),
      "x-hub-signature-256": sign("sha256"),
    });
    expect(headers["user-agent"]).toMatch(/^GitHub-Hookshot\//);
  });

  test("goes to subscribers that are installed there and not suspended", async () => {
    const { apps, repositories } = acme.github.world;
    repositories.repository("alice/diary");
    repositories.issue("alice/diary", { by: "alice", title: "elsewhere" });
    apps.suspend("steward", "acme");
    issue("suspended");
    apps.suspend("steward", "acme", false);
    issue("back");
    await acme.github.deliveries.settled();

    expect(acme.received.map(({ event, action }) => `${event} ${action}`)).toEqual([
      "installation suspend",
      "installation unsuspend",
      "issues opened",
    ]);
  });

  test("that fails is not sent again by GitHub; it is listed, and redelivered under the same guid", async () => {
    acme.receiver.answer = 500;
    issue("I");
    await acme.github.deliveries.settled();
    const [failed] = await listed();
    acme.receiver.answer = 202;
    await acme.asJwt().rest.apps.redeliverWebhookDelivery({ delivery_id: failed?.id ?? 0 });
    await acme.github.deliveries.settled();

    const [again, first] = await listed();
    expect(first).toMatchObject({ status_code: 500, status: "Invalid HTTP Response: 500", redelivery: false });
    expect(again).toMatchObject({ guid: first?.guid, status_code: 202, status: "OK", redelivery: true });
    expect(again?.id).not.toBe(first?.id);
    expect(titles()).toEqual(["I", "I"]);
  });

  test("that is not answered in time has failed", async () => {
    acme.receiver.silent = true;
    issue("I");
    await acme.github.deliveries.settled();

    expect(await listed()).toMatchObject([{ status: "timed out", status_code: 504 }]);
    expect(titles()).toEqual(["I"]);
  });

  test("can be redelivered for three days", async () => {
    issue("I");
    const [delivery] = await listed();
    acme.github.clock.advance("73h");

    expect(await refusal(acme.asJwt().rest.apps.redeliverWebhookDelivery({ delivery_id: delivery?.id ?? 0 }))).toMatchObject({
      status: 422,
    });
  });

  test("is shown whole, and the list is walked by a cursor", async () => {
    for (let at = 0; at < 5; at += 1) issue(`I${at}`);
    await acme.github.deliveries.settled();
    const jwt = acme.asJwt();

    const all = await jwt.paginate(jwt.rest.apps.listWebhookDeliveries, { per_page: 2 });
    const { data } = await jwt.rest.apps.getWebhookDelivery({ delivery_id: all[0]?.id ?? 0 });

    expect(all.map(({ event }) => event)).toEqual([...Array(5).fill("issues"), "installation"]);
    expect(data).toMatchObject({ request: { payload: { issue: { title: "I4" } } }, response: { payload: "noted" } });
  });
});

describe("faults of deliveries", () => {
  test("dropped ones are listed as failed, lost ones are not listed", async () => {
    acme.github.faults.setDeliveries({ drop: 1 });
    issue("dropped");
    acme.github.faults.setDeliveries({ lose: 1 });
    issue("lost");
    await acme.github.deliveries.settled();

    expect(titles()).toEqual([]);
    expect(await listed()).toMatchObject([{ status: "failed to connect to host" }]);
  });

  test("doubled ones come twice under one guid", async () => {
    acme.github.faults.setDeliveries({ duplicate: 1 });
    issue("I");
    await acme.github.deliveries.settled();

    expect(new Set(acme.received.map(({ headers }) => headers["x-github-delivery"])).size).toBe(1);
    expect(acme.received).toHaveLength(2);
  });

  test("held ones come in the order that the test gives", async () => {
    acme.github.deliveries.hold();
    for (const title of ["a", "b", "c"]) issue(title);
    await acme.github.deliveries.settled();
    expect(titles()).toEqual([]);
    acme.github.deliveries.release((held) => held.slice(0, 1));
    await acme.github.deliveries.settled();

    expect(titles()).toEqual(["a"]);
  });

  test("the same seed gives the same luck", async () => {
    const luck = () => {
      acme.github.faults.seed(42);
      return Array.from({ length: 50 }, () => acme.github.faults.fateOfDelivery());
    };
    acme.github.faults.setDeliveries({ drop: 0.2, duplicate: 0.2, reorder: 0.2, delay: { probability: 0.2, milliseconds: 1 } });

    const first = luck();

    expect(luck()).toEqual(first);
    expect(new Set(first)).toEqual(new Set(["send", "drop", "duplicate", "reorder", "delay"]));
  });

  test("late and reordered ones arrive all the same", async () => {
    acme.github.faults.setDeliveries({ reorder: 0.5, delay: { probability: 0.4, milliseconds: 5 } });
    const expected = Array.from({ length: 20 }, (_, at) => `${at}`);
    for (const title of expected) issue(title);
    await acme.github.deliveries.settled();

    expect(titles().toSorted()).toEqual(expected.toSorted());
    expect(titles()).not.toEqual(expected);
  });
});

describe("faults of the API", () => {
  const label = () =>
    acme.asApp().request("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", { ...acme.repo, issue_number: 1, labels: ["bug"] });
  const labels = async () => (await acme.anonymous().rest.issues.listLabelsOnIssue({ ...acme.repo, issue_number: 1 })).data.length;
  const route = "issues/add-labels";

  test("before the work nothing was done, after it everything but the answer", async () => {
    issue("I");
    acme.github.faults.add({ at: "before", route, trouble: { status: 502 } });
    expect(await refusal(label())).toMatchObject({ status: 502 });
    expect(await labels()).toBe(0);
    acme.github.faults.add({ at: "after", route, trouble: { status: 502 } });
    expect(await refusal(label())).toMatchObject({ status: 502 });
    expect(await labels()).toBe(1);
  });

  test("a connection that hangs up gives no answer, before or after the work", async () => {
    issue("I");
    acme.github.faults.add({ at: "before", route, trouble: "hang-up" });
    await expect(label()).rejects.toThrow();
    expect(await labels()).toBe(0);
    acme.github.faults.add({ at: "after", route, trouble: "hang-up" });
    await expect(label()).rejects.toThrow();
    expect(await labels()).toBe(1);
  });

  test("a cut answer looks to Octokit like success without data", async () => {
    issue("I");
    acme.github.faults.add({ at: "after", route, trouble: "cut" });

    const answer = await label();

    expect([answer.status, answer.data]).toEqual([200, ""]);
  });

  test("strike whom and what they name, so often as they say, and can be taken back", async () => {
    issue("I");
    const take = acme.github.faults.add({
      at: "before",
      route,
      actor: "steward[bot]",
      method: "POST",
      skip: 1,
      times: 2,
      trouble: { status: 500 },
    });
    const outcomes = [];
    for (let at = 0; at < 3; at += 1)
      outcomes.push(
        await label().then(
          () => 200,
          (error: { status: number }) => error.status,
        ),
      );
    take();
    outcomes.push((await label()).status);

    expect(outcomes).toEqual([200, 500, 500, 200]);
  });
});

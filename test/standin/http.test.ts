import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { githubLimits } from "../../src/standin/index.ts";
import { type Acme, refusal, startAcme } from "./acme.ts";

let acme: Acme;
beforeEach(async () => {
  acme = await startAcme({ frozenAt: "2026-11-23T12:00:00Z" });
});
afterEach(async () => {
  await acme.close();
  expect(acme.github.defects).toEqual([]);
});

const issues = (count: number) => {
  for (let at = 1; at <= count; at += 1) acme.github.world.repositories.issue("acme/spec", { by: "alice", title: `${at}` });
};

describe("lists", () => {
  test("come in pages of 30, of 100 at most, linked both ways with the rest of the query", async () => {
    issues(65);
    const list = (more: object) => acme.anonymous().rest.issues.listForRepo({ ...acme.repo, direction: "asc", ...more });

    const second = await list({ page: 2 });

    expect(second.data.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, at) => at + 31));
    const to = (page: number) => `<${acme.github.url}/repos/acme/spec/issues?direction=asc&page=${page}>`;
    expect(second.headers.link).toBe(`${to(1)}; rel="prev", ${to(3)}; rel="next", ${to(3)}; rel="last", ${to(1)}; rel="first"`);
    expect((await list({ per_page: 50 })).data).toHaveLength(50);
    expect((await list({ page: 9 })).data).toEqual([]);
    expect((await acme.anonymous().paginate("GET /repos/{owner}/{repo}/issues", { ...acme.repo, per_page: 7 })).length).toBe(65);
  });
});

describe("long lists", () => {
  test("give a hundred at once, however many are asked for", async () => {
    issues(101);
    expect((await acme.anonymous().rest.issues.listForRepo({ ...acme.repo, per_page: 1_000 })).data).toHaveLength(100);
  });
});

describe("entity tags", () => {
  const labels = (etag?: string) =>
    acme.asApp().request("GET /repos/{owner}/{repo}/labels", { ...acme.repo, ...(etag ? { headers: { "if-none-match": etag } } : {}) });

  test("answer 304 until something changes, and that costs nothing", async () => {
    const { headers } = await labels();
    const used = async () => (await acme.asApp().rest.rateLimit.get()).data.rate.used;
    const before = await used();

    const unchanged = await refusal(labels(headers.etag));
    const after = await used();
    await acme.asApp().rest.issues.createLabel({ ...acme.repo, name: "new" });

    expect([unchanged.status, after - before]).toEqual([304, 0]);
    expect((await labels(headers.etag)).status).toBe(200);
  });
});

describe("limits", () => {
  test("are counted, and none is enforced unless asked", async () => {
    const app = acme.asApp();
    for (let at = 0; at < 120; at += 1) await app.rest.issues.createLabel({ ...acme.repo, name: `l${at}` });
    expect((await app.rest.repos.get(acme.repo)).headers["x-ratelimit-used"]).toBe("121");
  });

  test("the primary one ends with the hour", async () => {
    acme.github.limits.limits = { core: 3 };
    const read = () => acme.as("alice").request("GET /repos/{owner}/{repo}", acme.repo);
    for (let at = 0; at < 3; at += 1) await read();

    const refused = await read().catch((error) => error);

    expect([refused.status, refused.response.headers["x-ratelimit-remaining"]]).toEqual([403, "0"]);
    expect(refused.message).toContain("API rate limit exceeded");
    expect((await acme.as("olga").request("GET /repos/{owner}/{repo}", acme.repo)).status).toBe(200);
    acme.github.clock.advance("1h");
    expect((await read()).status).toBe(200);
  });

  test("the secondary one allows 80 writes a minute and 500 an hour, and says when to come back", async () => {
    acme.github.limits.limits = githubLimits;
    const token = acme.github.world.apps.installationToken("steward", "acme");
    const write = (at: number) =>
      fetch(`${acme.github.url}/repos/acme/spec/labels`, {
        method: "POST",
        headers: { authorization: `token ${token}` },
        body: JSON.stringify({ name: `l${at}` }),
      });
    let written = 0;
    const writeUntilRefused = async () => {
      for (;;) {
        const answer = await write(written);
        if (answer.status !== 201) return answer;
        written += 1;
      }
    };

    const minute = await writeUntilRefused();
    const { message } = (await minute.json()) as { message: string };

    expect([written, minute.status, minute.headers.get("retry-after")]).toEqual([80, 403, "60"]);
    expect(message).toContain("secondary rate limit");
    for (let at = 0; at < 6; at += 1) {
      acme.github.clock.advance("61s");
      await writeUntilRefused();
    }
    expect(written).toBe(500);
  });
});

describe("requests", () => {
  test("are counted by who made them, what they were and what they did", async () => {
    acme.github.requests.reset();
    await acme.asApp().rest.issues.createLabel({ ...acme.repo, name: "one" });
    await refusal(acme.asApp().rest.issues.createLabel({ ...acme.repo, name: "one" }));
    await acme.as("alice").rest.repos.get(acme.repo);

    expect(acme.github.requests.counts("steward[bot]")).toMatchObject({
      total: 2,
      reads: 0,
      writes: 2,
      byRoute: { "issues/create-label": 2 },
    });
    expect(acme.github.requests.counts("alice")).toMatchObject({ total: 1, reads: 1 });
    expect(acme.github.requests.entries().map(({ route, status }) => [route, status])).toEqual(
      expect.arrayContaining([
        ["issues/create-label", 201],
        ["issues/create-label", 422],
        ["repos/get", 200],
      ]),
    );
  });

  test.each([
    ["an unknown address", "GET", "/repos/acme/spec/nothing", 404, "Not Found"],
    ["a number that is none", "GET", "/repos/acme/spec/issues/one", 404, "Not Found"],
    ["a broken escape", "GET", "/repos/acme/%zz", 404, "Not Found"],
    ["a body that is no JSON", "POST", "/repos/acme/spec/issues", 400, "Problems parsing JSON"],
    ["a field of the wrong type", "POST", "/repos/acme/spec/issues", 422, "is not a string"],
  ])("%s gets GitHub's answer", async (name, method, path, status, message) => {
    const body = method === "GET" ? null : name.includes("JSON") ? "{" : '{"title":5}';
    const answer = await fetch(acme.github.url + path, {
      method,
      body,
      headers: { authorization: `token ${acme.github.world.accounts.token("alice")}` },
    });

    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({
      message: expect.stringContaining(message),
      documentation_url: expect.any(String),
      status: String(status),
    });
  });

  test.each([["http://elsewhere/"], ["*"], ["//"], ["/%"]])("the target %s harms nobody", async (target) => {
    const status = await new Promise((resolve, reject) => {
      request({ port: acme.github.port, host: "127.0.0.1", path: target }, (answer) => resolve(answer.resume().statusCode))
        .on("error", reject)
        .end();
    });
    expect([400, 404]).toContain(status);
  });

  test("an empty body is legal where nothing is required", async () => {
    issues(1);
    const token = acme.github.world.accounts.token("olga");
    const answer = await fetch(`${acme.github.url}/repos/acme/spec/issues/1/lock`, {
      method: "PUT",
      headers: { authorization: `token ${token}` },
    });
    expect(answer.status).toBe(204);
  });

  test("addresses of an Enterprise Server work, and times are the stand-in's", async () => {
    acme.github.clock.advance("2d");
    const answer = await fetch(`${acme.github.url}/api/v3/repos/acme/spec`);

    expect(answer.status).toBe(200);
    expect(answer.headers.get("date")).toBe("Wed, 25 Nov 2026 12:00:00 GMT");
  });
});

describe("contents", () => {
  const put = (path: string, more: object) =>
    acme
      .as("wren")
      .rest.repos.createOrUpdateFileContents({ ...acme.repo, path, message: "m", content: Buffer.from("x").toString("base64"), ...more });

  test("a change names what it replaces: a stale sha is a conflict, a missing one is invalid", async () => {
    const { data: made } = await put("new.md", {});

    expect((await put("other.md", {})).status).toBe(201);
    expect(await refusal(put("new.md", {}))).toMatchObject({ status: 422 });
    expect(await refusal(put("new.md", { sha: "0".repeat(40) }))).toMatchObject({ status: 409 });
    expect((await put("new.md", { sha: made.content?.sha })).status).toBe(200);
    expect(await refusal(put("new.md", { branch: "nowhere" }))).toMatchObject({ status: 404 });
  });

  test("over a megabyte come without content, links as links", async () => {
    acme.github.world.repositories.commit("acme/spec", "main", {
      big: "x".repeat(1_000_001),
      link: { mode: "120000", content: "README.md" },
      module: { mode: "160000", sha: "2".repeat(40) },
    });
    const get = async (path: string) => (await acme.anonymous().rest.repos.getContent({ ...acme.repo, path })).data;

    expect(await get("big")).toMatchObject({ encoding: "none", content: "", size: 1_000_001 });
    expect(await get("link")).toMatchObject({ type: "symlink", target: "README.md" });
    expect(await get("module")).toMatchObject({ type: "submodule" });
    expect(await refusal(get("nothing"))).toMatchObject({ status: 404 });
  });
});

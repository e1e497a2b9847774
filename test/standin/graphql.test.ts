import { createSign } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Acme, startAcme } from "./acme.ts";
import { askSpec, post, spec } from "./graphql-client.ts";

let acme: Acme;
/** Tokens of the App's installation and of two people. */
let app: string;
let olga: string;
let alice: string;

beforeEach(async () => {
  acme = await startAcme({ frozenAt: "2026-11-23T12:00:00Z" });
  const { accounts, apps } = acme.github.world;
  app = apps.installationToken("steward", "acme");
  olga = accounts.token("olga");
  alice = accounts.token("alice");
});

afterEach(async () => {
  await acme.close();
  expect(acme.github.defects).toEqual([]);
});

const open = (files: Record<string, string> = { "seps/3.md": "third\n" }, branch = "three") =>
  acme.github.world.repositories.pullRequest("acme/spec", { by: "wren", title: "Third", branch, files });

describe("a request", () => {
  test("needs authentication, also for public data", async () => {
    const reply = await post(acme, null, { query: "{ viewer { login } }" });

    expect(reply).toMatchObject({ status: 401, message: "This endpoint requires you to be authenticated." });
  });

  test("cannot be made with the App's own token: an installation's is needed", async () => {
    const seconds = acme.github.clock.milliseconds() / 1_000;
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const unsigned = `${part({ alg: "RS256" })}.${part({ iat: seconds, exp: seconds + 60, iss: acme.app.id })}`;
    const signature = createSign("RSA-SHA256").update(unsigned).sign(acme.app.privateKey, "base64url");

    expect((await post(acme, `${unsigned}.${signature}`, { query: "{ viewer { login } }" })).status).toBe(403);
  });

  test.each([
    ["no JSON", "{", "Problems parsing JSON"],
    ["a list", "[]", "Body should be a JSON object"],
  ])("that is %s is refused with 400", async (_, body, message) => {
    expect(await post(acme, olga, body)).toMatchObject({ status: 400, message });
  });

  test.each([
    ["without a query", {}, { message: "A query attribute must be specified and must be a string." }],
    ["with a number for a query", { query: 7 }, { message: "A query attribute must be specified and must be a string." }],
    ["that does not parse", { query: "{ viewer {" }, { message: expect.stringContaining("Syntax Error") }],
    [
      "for an unknown field",
      { query: "{ viewer { shoeSize } }" },
      {
        message: "Field 'shoeSize' doesn't exist on type 'User'",
        extensions: { code: "undefinedField", typeName: "User", fieldName: "shoeSize" },
      },
    ],
    [
      "without a variable that it needs",
      { query: "query ($login: String!) { user(login: $login) { id } }" },
      { message: "Variable $login of type String! was provided invalid value" },
    ],
    ["for an operation that it has not", { query: "query a { viewer { id } }", operationName: "b" }, { message: 'No operation named "b"' }],
    [
      "of two operations and no name",
      { query: "query a { viewer { id } } query b { viewer { id } }" },
      { message: "An operation name is required" },
    ],
    ["with variables that are none", { query: "{ viewer { shoe } }", variables: [1] }, {}],
  ])("%s is answered with 200 and errors, and no data", async (_, body, error) => {
    const reply = await post(acme, olga, body);

    expect(reply).toMatchObject({ status: 200, errors: [error] });
    expect(reply.data).toBeUndefined();
  });

  test("is served at an Enterprise Server's address, too", async () => {
    const { url } = acme.github;
    const body = JSON.stringify({ query: "{ viewer { login } }" });

    const response = await fetch(`${url}/api/graphql`, { method: "POST", headers: { authorization: `token ${olga}` }, body });

    expect(await response.json()).toEqual({ data: { viewer: { login: "olga" } } });
  });

  test("can be struck by faults like any other", async () => {
    acme.github.faults.add({ at: "before", route: "graphql", trouble: { status: 502 }, times: 1 });

    expect((await post(acme, olga, { query: "{ viewer { login } }" })).status).toBe(502);
    expect((await post(acme, olga, { query: "{ viewer { login } }" })).status).toBe(200);
  });

  test("of an App is made by its bot, which has its whole name only as the viewer", async () => {
    open();
    await acme.asApp().rest.issues.createComment({ ...acme.repo, issue_number: 1, body: "Hello" });

    const reply = await post(acme, app, {
      query: `{ viewer { login } ${spec} { pullRequest(number: 1) { comments(first: 1) { nodes { viewerDidAuthor author { __typename login } } } } } }`,
    });

    expect(reply.data).toEqual({
      viewer: { login: "steward[bot]" },
      repository: { pullRequest: { comments: { nodes: [{ viewerDidAuthor: true, author: { __typename: "Bot", login: "steward" } }] } } },
    });
  });
});

describe("pages", () => {
  type Labels = { labels: { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };

  test("walked by their cursors give every item once, whatever is added or taken away meanwhile", async () => {
    const { data } = await askSpec<Labels>(acme, app, "labels(first: 100) { nodes { name } pageInfo { hasNextPage endCursor } }");
    const before = data.repository.labels.nodes.map(({ name }) => name);
    const walked: string[] = [];
    let after = "";

    for (let more = true; more; ) {
      const page = await askSpec<Labels>(acme, app, `labels(first: 4${after}) { nodes { name } pageInfo { hasNextPage endCursor } }`);
      const { nodes, pageInfo } = page.data.repository.labels;
      walked.push(...nodes.map(({ name }) => name));
      after = `, after: "${pageInfo.endCursor}"`;
      more = pageInfo.hasNextPage;
      if (walked.length === 4) {
        await acme.as("olga").rest.issues.deleteLabel({ ...acme.repo, name: walked[3] ?? "" });
        await acme.as("olga").rest.issues.createLabel({ ...acme.repo, name: "a new one", color: "ededed" });
      }
    }

    expect(walked).toEqual([...before, "a new one"]);
  });

  test("can be walked backwards, and say which way there is more", async () => {
    const reply = await askSpec<{ all: { edges: { cursor: string }[] } }>(acme, app, "all: labels(first: 100) { edges { cursor } }");
    const { edges } = reply.data.repository.all;

    const back = await askSpec(
      acme,
      app,
      `labels(last: 2, before: "${edges[3]?.cursor}") { totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor } }`,
    );

    expect(back.data.repository).toMatchObject({
      labels: { totalCount: edges.length, edges: edges.slice(1, 3), pageInfo: { hasPreviousPage: true, startCursor: edges[1]?.cursor } },
    });
  });

  test("come in the order that is asked for", async () => {
    const names = async (order: string) => {
      const reply = await askSpec<Labels>(acme, app, `labels(first: 3, orderBy: ${order}) { nodes { name } }`);
      return reply.data.repository.labels.nodes.map(({ name }) => name);
    };

    expect(await names("{ field: NAME, direction: DESC }")).toEqual(["wontfix", "question", "invalid"]);
    expect(await names("{ field: NAME, direction: ASC }")).toEqual(["bug", "documentation", "duplicate"]);
  });

  test.each([
    [
      "labels { nodes { name } }",
      "MISSING_PAGINATION_BOUNDARIES",
      "You must provide a `first` or `last` value to properly paginate the `labels` connection.",
    ],
    ["labels { ... on LabelConnection { edges { cursor } } }", "MISSING_PAGINATION_BOUNDARIES", "`labels` connection"],
    [
      "labels(first: 101) { totalCount }",
      "EXCESSIVE_PAGINATION",
      "Requesting 101 records on the `labels` connection exceeds the `first` limit of 100 records.",
    ],
    ["labels(last: 200) { totalCount }", "EXCESSIVE_PAGINATION", "exceeds the `last` limit"],
    ["labels(first: 0) { totalCount }", "UNPROCESSABLE", "from 1 to 100"],
    ["labels(first: -1) { totalCount }", "UNPROCESSABLE", "from 1 to 100"],
    ['labels(first: 1, after: "x") { totalCount }', "INVALID_CURSOR_ARGUMENTS", "`x` does not appear to be a valid cursor."],
    ['labels(first: 1, after: "Y3Vyc29yOnYyOns=") { totalCount }', "INVALID_CURSOR_ARGUMENTS", "valid cursor"],
  ])("are refused where they are asked for wrongly: %s", async (fields, type, message) => {
    const reply = await askSpec(acme, app, fields);

    expect(reply).toMatchObject({
      status: 200,
      data: { repository: { labels: null } },
      errors: [{ type, path: ["repository", "labels"], message: expect.stringContaining(message) }],
    });
  });

  test("need no size where only their number is asked for", async () => {
    expect((await askSpec(acme, app, "labels { totalCount }")).data).toEqual({ repository: { labels: { totalCount: 9 } } });
  });
});

describe("the cost of a query", () => {
  // By hand, from https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
  test.each<[string, string, number, number, string?]>([
    ["nothing but fields", "name", 1, 0],
    ["one list", "labels(first: 100) { nodes { name } }", 1, 100],
    ["50 lists in a list: 51 requests", "pullRequests(first: 50) { nodes { labels(first: 10) { nodes { name } } } }", 1, 550],
    [
      "GitHub's own example: 1 + 100 + 100 × 50 requests",
      "pullRequests(first: 100) { nodes { comments(first: 50) { nodes { pullRequest { labels(last: 60) { nodes { name } } } } } } }",
      51,
      100 + 5_000 + 300_000,
    ],
    [
      "lists beside each other add up",
      "pullRequests(first: 50) { nodes { a: comments(first: 10) { nodes { id } } b: labels(first: 10) { nodes { id } } reviews(first: 10) { nodes { id } } } }",
      2,
      50 + 1_500,
    ],
    ["what is left out costs nothing", "labels(first: 100) @include(if: false) { nodes { id } }", 1, 0],
    ["a count alone", "pullRequests { totalCount }", 1, 0],
    [
      "fragments count where they stand",
      "pullRequests(first: 100) { nodes { ...p } }",
      2,
      300,
      "fragment p on PullRequest { labels(first: 1) { ...l } comments(first: 1) { totalCount } } fragment l on LabelConnection { nodes { id } }",
    ],
    [
      "the same list twice is one, with what is asked of either",
      "a: labels(first: 10) { nodes { name } } a: labels(first: 10) { totalCount } ...r",
      1,
      10,
      "fragment r on Repository { a: labels(first: 10) { nodes { id } } }",
    ],
  ])("%s", async (_, fields, cost, nodeCount, fragments = "") => {
    const query = `{ rateLimit { cost nodeCount remaining used } ${spec} { ${fields} } } ${fragments}`;

    const reply = await post(acme, app, { query });

    expect(reply.errors).toBeUndefined();
    expect(reply.data).toMatchObject({ rateLimit: { cost, nodeCount, used: cost, remaining: 5_000 - cost } });
    expect(reply.headers.get("x-ratelimit-remaining")).toBe(String(5_000 - cost));
    expect(reply.headers.get("x-ratelimit-resource")).toBe("graphql");
    expect(acme.github.requests.entries().at(-1)).toMatchObject({ route: "graphql", kind: "read", cost, status: 200 });
  });

  test("page sizes given as variables count like any others", async () => {
    const query = `query ($size: Int!) { rateLimit { nodeCount } ${spec} { labels(first: $size) { nodes { name } } } }`;

    const reply = await post(acme, app, { query, variables: { size: 7 } });

    expect(reply.data).toMatchObject({ rateLimit: { nodeCount: 7 } });
  });

  test("over 500,000 possible nodes it is refused as a whole", async () => {
    const reply = await askSpec(
      acme,
      app,
      "pullRequests(first: 100) { nodes { comments(first: 100) { nodes { pullRequest { labels(first: 100) { nodes { id } } } } } } }",
    );

    expect(reply).toMatchObject({
      status: 200,
      errors: [
        {
          type: "MAX_NODE_LIMIT_EXCEEDED",
          message: "This query requests up to 1,010,100 possible nodes which exceeds the maximum limit of 500,000.",
        },
      ],
    });
    expect(reply.data).toBeUndefined();
  });

  test("when the hour is used up, queries are refused with 200 until the next", async () => {
    acme.github.limits.limits = { graphql: 2 };
    for (let count = 0; count < 2; count += 1) await askSpec(acme, app, "name");

    const refused = await askSpec(acme, app, "name");
    acme.github.clock.advance("61m");

    expect(refused).toMatchObject({ status: 200, errors: [{ type: "RATE_LIMITED" }] });
    expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
    expect((await askSpec(acme, app, "name")).errors).toBeUndefined();
  });
});

describe("an installation", () => {
  test.each([
    ["contents", 'object(expression: "HEAD") { oid }', ["repository", "object"]],
    ["contents", "defaultBranchRef { name }", ["repository", "defaultBranchRef"]],
    ["pull_requests", "pullRequest(number: 1) { title }", ["repository", "pullRequest"]],
    ["pull_requests", "pullRequests(first: 1) { totalCount }", ["repository"]],
    ["issues", "issues(first: 1) { totalCount }", ["repository"]],
    ["checks", "pullRequest(number: 1) { commits(first: 1) { nodes { commit { checkSuites(first: 1) { totalCount } } } } }", null],
    ["members", "pullRequest(number: 1) { reviewRequests(first: 1) { nodes { requestedReviewer { ... on Team { slug } } } } }", null],
  ])("without %s is refused that field alone: %s", async (permission, fields, path) => {
    const number = open();
    await acme.as("olga").rest.pulls.requestReviewers({ ...acme.repo, pull_number: number, team_reviewers: ["events-wg"] });
    const granted = {
      contents: "read",
      pull_requests: "write",
      issues: "write",
      checks: "write",
      members: "read",
      metadata: "read",
    } as const;
    const { [permission as "contents"]: _, ...left } = granted;
    acme.github.world.apps.setPermissions("steward", "acme", left);
    const token = acme.github.world.apps.installationToken("steward", "acme");

    const reply = await post(acme, token, { query: `{ viewer { login } ${spec} { ${fields} } }` });

    expect(reply).toMatchObject({
      status: 200,
      data: { viewer: { login: "steward[bot]" } },
      errors: [{ type: "FORBIDDEN", message: "Resource not accessible by integration", extensions: { saml_failure: false } }],
    });
    if (path) expect(reply.errors?.[0]?.path?.slice(0, path.length)).toEqual(path);
    const whole = await askSpec(acme, app, fields);
    expect(whole.errors).toBeUndefined();
  });

  test("sees no private repository that it is not installed on", async () => {
    const { apps, repositories } = acme.github.world;
    repositories.repository("acme/other", { private: true, files: { a: "a" } });
    apps.uninstall("steward", "acme");
    apps.install("steward", "acme", { repositories: ["acme/vault"] });
    const token = apps.installationToken("steward", "acme");

    const reply = await post(acme, token, {
      query: '{ vault: repository(owner: "acme", name: "vault") { name } other: repository(owner: "acme", name: "other") { name } }',
    });

    expect(reply).toMatchObject({
      status: 200,
      data: { vault: { name: "vault" }, other: null },
      errors: [{ type: "NOT_FOUND", path: ["other"], message: "Could not resolve to a Repository with the name 'acme/other'." }],
    });
  });

  test("that is suspended gets nothing", async () => {
    acme.github.world.apps.suspend("steward", "acme");

    expect(await askSpec(acme, app, "name")).toMatchObject({ status: 403, message: "This installation has been suspended" });
  });
});

describe("people", () => {
  test("see private repositories as members only", async () => {
    const query = '{ repository(owner: "acme", name: "vault") { name } }';

    expect((await post(acme, alice, { query })).errors).toMatchObject([{ type: "NOT_FOUND", path: ["repository"] }]);
    expect((await post(acme, olga, { query })).data).toEqual({ repository: { name: "vault" } });
  });

  test("of other organisations see that a team was asked for a review, and not which", async () => {
    const number = open();
    await acme.as("olga").rest.pulls.requestReviewers({ ...acme.repo, pull_number: number, team_reviewers: ["events-wg"] });
    const asked = (token: string) =>
      askSpec(
        acme,
        token,
        "pullRequest(number: 1) { reviewRequests(first: 9) { nodes { requestedReviewer { ... on Team { combinedSlug } } } } }",
      );

    expect((await asked(olga)).data.repository).toEqual({
      pullRequest: { reviewRequests: { nodes: [{ requestedReviewer: { combinedSlug: "acme/events-wg" } }] } },
    });
    expect((await asked(alice)).data.repository).toEqual({ pullRequest: { reviewRequests: { nodes: [{ requestedReviewer: null }] } } });
  });

  test.each([
    ["user", "alice", { __typename: "User", login: "alice" }],
    ["organization", "acme", { __typename: "Organization", login: "acme" }],
    ["organization", "alice", null],
    ["user", "acme", null],
    ["user", "nobody", null],
  ])("are found as what they are: %s %s", async (field, login, expected) => {
    const reply = await post<Record<string, unknown>>(acme, olga, { query: `{ ${field}(login: "${login}") { __typename login } }` });

    expect(reply.data).toEqual({ [field]: expected });
    expect(reply.errors?.map(({ type }) => type)).toEqual(expected ? undefined : ["NOT_FOUND"]);
  });
});

describe("hostile queries", () => {
  const doubling = (depth: number) =>
    `{ ${spec} { ...f0 } } ${Array.from({ length: depth }, (_, at) => `fragment f${at} on Repository { a: parent { ...f${at + 1} } b: parent { ...f${at + 1} } }`).join(" ")} fragment f${depth} on Repository { name }`;
  const entries = (depth: number): string =>
    depth === 0 ? "oid" : `entries { repository { object(expression: "HEAD:many") { ... on Tree { ${entries(depth - 1)} } } } }`;

  test.each([
    ["nested a hundred thousand deep", "{a".repeat(100_000), "depth"],
    ["of endless brackets", `query ($a: ${"[".repeat(100_000)}`, "depth"],
    ["of many words", `{ ${"viewer { login } ".repeat(20_000)} }`, "tokens"],
    ["with fragments in a circle", "{ viewer { ...a } } fragment a on User { ...b } fragment b on User { ...a }", "within itself"],
    ["with fragments that double", doubling(60), "Resource limits"],
    ["with folders that multiply", `{ ${spec} { object(expression: "HEAD:many") { ... on Tree { ${entries(9)} } } } }`, "Resource limits"],
    ["that walk the schema in circles", `{ __schema { types { ${"fields { type { ".repeat(15)} name ${"} } ".repeat(15)} } } }`, "depth"],
    ["with a field a thousand times", `{ viewer { ${"login ".repeat(1_000)} } }`, "aborted"],
  ])("%s are refused and harm nothing", async (_, query, message) => {
    const many = Array.from({ length: 100 }, (_, at) => [`many/${at}`, ""]);
    acme.github.world.repositories.commit("acme/spec", "main", Object.fromEntries(many));

    const reply = await post(acme, olga, { query });

    expect(reply).toMatchObject({ status: 200, errors: [{ message: expect.stringContaining(message) }] });
    expect((await askSpec(acme, olga, "name")).data).toEqual({ repository: { name: "spec" } });
  });
});

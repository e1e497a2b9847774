import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { Journal, readJournal } from "../../src/standin/index.ts";
import { type Acme, startAcme } from "./acme.ts";
import { askSpec, post } from "./graphql-client.ts";

let acme: Acme;
let app: string;

beforeEach(async () => {
  acme = await startAcme({ frozenAt: "2026-11-23T12:00:00Z" });
  app = acme.github.world.apps.installationToken("steward", "acme");
});

afterEach(async () => {
  await acme.close();
  expect(acme.github.defects).toEqual([]);
});

const world = () => acme.github.world.repositories;

async function read<Data = unknown>(fields: string, token = app): Promise<Data> {
  const reply = await askSpec<Data>(acme, token, fields);
  expect(reply.errors).toBeUndefined();
  return reply.data.repository;
}

describe("an object", () => {
  test.each([
    ["HEAD", "Commit"],
    ["main", "Commit"],
    ["refs/heads/main", "Commit"],
    ["HEAD:", "Tree"],
    ["HEAD:seps", "Tree"],
    ["HEAD:seps/", "Tree"],
    ["main:seps/1.md", "Blob"],
  ])("is found by the expression %s", async (expression, type) => {
    expect(await read(`object(expression: "${expression}") { __typename }`)).toEqual({ object: { __typename: type } });
  });

  test.each([
    "nowhere",
    "HEAD:never.md",
    "HEAD:/seps",
    "HEAD:seps//1.md",
    "HEAD:seps/1.md/",
    "HEAD:SEPS",
    "",
    ":",
    "0".repeat(40),
    "HEAD:../x",
  ])("is null, without an error, for the expression '%s'", async (expression) => {
    expect(await read(`object(expression: "${expression}") { __typename }`)).toEqual({ object: null });
  });

  test("is found by a commit's id and a path in it, also one of a fork", async () => {
    const number = world().pullRequest("acme/spec", { by: "alice", title: "Third", branch: "three", files: { "seps/3.md": "third\n" } });
    const { pullRequest } = await read<{ pullRequest: { headRefOid: string } }>(`pullRequest(number: ${number}) { headRefOid }`);

    const found = await read(`object(expression: "${pullRequest.headRefOid}:seps/3.md") { ... on Blob { text } }`);

    expect(found).toEqual({ object: { text: "third\n" } });
  });

  test("has the ids, modes and sizes that Git has", async () => {
    world().commit("acme/spec", "main", {
      "kinds/file": "abc",
      "kinds/folder/inner": "",
      "kinds/link": { mode: "120000", content: "../README.md" },
      "kinds/run.sh": { mode: "100755", content: "#!" },
      "kinds/module": { mode: "160000", sha: "1".repeat(40) },
    });

    const found = await read(
      'object(expression: "HEAD:kinds") { ... on Tree { entries { name mode type size path object { __typename } } } }',
    );

    expect(found).toEqual({
      object: {
        entries: [
          { name: "file", mode: 0o100644, type: "blob", size: 3, path: "kinds/file", object: { __typename: "Blob" } },
          { name: "folder", mode: 0o040000, type: "tree", size: 0, path: "kinds/folder", object: { __typename: "Tree" } },
          { name: "link", mode: 0o120000, type: "blob", size: 12, path: "kinds/link", object: { __typename: "Blob" } },
          { name: "module", mode: 0o160000, type: "commit", size: 0, path: "kinds/module", object: null },
          { name: "run.sh", mode: 0o100755, type: "blob", size: 2, path: "kinds/run.sh", object: { __typename: "Blob" } },
        ],
      },
    });
  });

  test.each([
    ["text", Buffer.from("thé\r\n"), { byteSize: 6, isBinary: false, isTruncated: false, text: "thé\r\n" }],
    ["empty", Buffer.alloc(0), { byteSize: 0, isBinary: false, isTruncated: false, text: "" }],
    ["with a byte order mark", Buffer.from("\uFEFFa"), { byteSize: 4, isBinary: false, isTruncated: false, text: "\uFEFFa" }],
    ["binary", Buffer.from([1, 0, 2]), { byteSize: 3, isBinary: true, isTruncated: false, text: null }],
    ["no UTF-8", Buffer.from([0x61, 0xff]), { byteSize: 2, isBinary: false, isTruncated: false, text: "a\uFFFD" }],
    ["512,000 bytes long", Buffer.alloc(512_000, "a"), { byteSize: 512_000, isTruncated: false, text: "a".repeat(512_000) }],
    ["longer", Buffer.alloc(512_001, "a"), { byteSize: 512_001, isTruncated: true, text: "a".repeat(512_000) }],
    ["cut within a character", Buffer.from(`${"a".repeat(511_999)}é`), { byteSize: 512_001, isTruncated: true, text: "a".repeat(511_999) }],
  ])("of content that is %s says so", async (_, content, expected) => {
    world().commit("acme/spec", "main", { "any.md": content });

    const found = await read<{ object: object }>(
      'object(expression: "HEAD:any.md") { ... on Blob { byteSize isBinary isTruncated text } }',
    );

    expect(found.object).toMatchObject(expected);
  });

  test("is the same under its id, in its tree and by REST", async () => {
    const { data: rest } = await acme.as("olga").rest.git.getRef({ ...acme.repo, ref: "heads/main" });

    const found = await read(
      `object(oid: "${rest.object.sha}") { oid ... on Commit { message parents(first: 1) { totalCount } file(path: "seps/1.md") { name } } }`,
    );

    expect(found).toEqual({
      object: { oid: rest.object.sha, message: "Initial commit", parents: { totalCount: 0 }, file: { name: "1.md" } },
    });
  });
});

describe("ids", () => {
  test("are those of REST, so that one can be used for the other", async () => {
    const number = world().pullRequest("acme/spec", { by: "wren", title: "Third", branch: "three", files: { "seps/3.md": "third\n" } });
    const { data: comment } = await acme.as("olga").rest.issues.createComment({ ...acme.repo, issue_number: number, body: "Hm" });
    const { data: pull } = await acme.as("olga").rest.pulls.get({ ...acme.repo, pull_number: number });

    const found = await read(
      `pullRequest(number: ${number}) { id fullDatabaseId author { ... on User { id databaseId } } comments(first: 1) { nodes { id fullDatabaseId } } }`,
    );

    expect(found).toEqual({
      pullRequest: {
        id: pull.node_id,
        fullDatabaseId: String(pull.id),
        author: { id: pull.user.node_id, databaseId: pull.user.id },
        comments: { nodes: [{ id: comment.node_id, fullDatabaseId: String(comment.id) }] },
      },
    });
  });
});

describe("a pull request", () => {
  const open = (by = "alice", files: Record<string, string | null> = { "seps/3.md": "third\n" }) =>
    world().pullRequest("acme/spec", { by, title: "Third", branch: "three", files });

  test("that is none, or an issue, is not found", async () => {
    const issue = world().issue("acme/spec", { by: "noor", title: "Why?" });

    const reply = await askSpec(
      acme,
      app,
      `a: pullRequest(number: 99) { title } b: pullRequest(number: ${issue}) { title } c: issue(number: ${issue}) { title }`,
    );

    expect(reply).toMatchObject({
      data: { repository: { a: null, b: null, c: { title: "Why?" } } },
      errors: [
        { type: "NOT_FOUND", path: ["repository", "a"], message: "Could not resolve to a PullRequest with the number of 99." },
        { type: "NOT_FOUND", path: ["repository", "b"] },
      ],
    });
  });

  test("shows its files as they changed, by their new names", async () => {
    const long = Array.from({ length: 20 }, (_, line) => `line ${line}\n`).join("");
    world().commit("acme/spec", "main", { "seps/long.md": long });
    const number = open("alice", {
      "seps/1.md": "other\n",
      "seps/2.md": null,
      "seps/3.md": "third\n",
      "seps/long.md": null,
      "seps/4-long.md": `${long}more\n`,
    });

    const found = await read(
      `pullRequest(number: ${number}) { changedFiles additions deletions files(first: 9) { nodes { path changeType additions deletions } } }`,
    );

    expect(found).toEqual({
      pullRequest: {
        changedFiles: 4,
        additions: 3,
        deletions: 8,
        files: {
          nodes: [
            { path: "seps/1.md", changeType: "MODIFIED", additions: 1, deletions: 7 },
            { path: "seps/2.md", changeType: "DELETED", additions: 0, deletions: 1 },
            { path: "seps/3.md", changeType: "ADDED", additions: 1, deletions: 0 },
            { path: "seps/4-long.md", changeType: "RENAMED", additions: 1, deletions: 0 },
          ],
        },
      },
    });
  });

  test("is open, closed or merged, draft or not, and mergeable once it was worked out", async () => {
    const number = open("wren");
    const fields = `pullRequest(number: ${number}) { state isDraft merged mergeable closed isCrossRepository }`;
    const first = await read(fields);

    expect(first).toMatchObject({
      pullRequest: { state: "OPEN", isDraft: false, merged: false, mergeable: "UNKNOWN", isCrossRepository: false },
    });
    expect(await read(fields)).toMatchObject({ pullRequest: { mergeable: "MERGEABLE" } });
    await acme.as("wren").rest.pulls.merge({ ...acme.repo, pull_number: number });
    expect(await read(fields)).toMatchObject({ pullRequest: { state: "MERGED", merged: true, closed: true, mergeable: "UNKNOWN" } });
  });

  test("outlives its fork and its author", async () => {
    const number = open();
    world().deleteRepository("alice/spec");
    acme.github.world.accounts.deleteUser("alice");

    const found = await read(
      `pullRequest(number: ${number}) { author { login } headRepository { name } headRef { name } headRefName files(first: 1) { totalCount } }`,
    );

    expect(found).toEqual({
      pullRequest: { author: null, headRepository: null, headRef: null, headRefName: "three", files: { totalCount: 1 } },
    });
  });

  test("tells what was done, in order, and only the kinds asked for", async () => {
    const number = open();
    const on = { ...acme.repo, issue_number: number };
    const olga = acme.as("olga").rest;
    await olga.issues.addLabels({ ...on, labels: ["bug"] });
    acme.github.clock.advance("1m");
    await olga.pulls.requestReviewers({ ...acme.repo, pull_number: number, reviewers: ["wren"], team_reviewers: ["events-wg"] });
    await olga.pulls.removeRequestedReviewers({ ...acme.repo, pull_number: number, reviewers: ["wren"] });
    await olga.issues.removeLabel({ ...on, name: "bug" });
    await olga.issues.deleteLabel({ ...acme.repo, name: "bug" });
    await olga.issues.createComment({ ...on, body: "Hm" });
    const timeline = (filter: string) =>
      read(`pullRequest(number: ${number}) { timelineItems(first: 50${filter}) { totalCount nodes { __typename
        ... on LabeledEvent { actor { login } createdAt label { name color } }
        ... on UnlabeledEvent { label { name } }
        ... on ReviewRequestedEvent { requestedReviewer { ... on User { login } ... on Team { slug } } }
        ... on ReviewRequestRemovedEvent { requestedReviewer { ... on User { login } } }
        ... on IssueComment { body }
        ... on PullRequestCommit { commit { message } } } } }`);
    const labeled = {
      __typename: "LabeledEvent",
      actor: { login: "olga" },
      createdAt: "2026-11-23T12:00:00Z",
      label: { name: "bug", color: "d73a4a" },
    };
    const later = [
      { __typename: "ReviewRequestedEvent", requestedReviewer: { login: "wren" } },
      { __typename: "ReviewRequestedEvent", requestedReviewer: { slug: "events-wg" } },
      { __typename: "ReviewRequestRemovedEvent", requestedReviewer: { login: "wren" } },
      { __typename: "UnlabeledEvent", label: { name: "bug" } },
      { __typename: "IssueComment", body: "Hm" },
    ];

    expect(await timeline("")).toEqual({
      pullRequest: {
        timelineItems: { totalCount: 7, nodes: [{ __typename: "PullRequestCommit", commit: { message: "Third" } }, labeled, ...later] },
      },
    });
    expect(await timeline(", itemTypes: [LABELED_EVENT, UNLABELED_EVENT]")).toMatchObject({
      pullRequest: { timelineItems: { totalCount: 2, nodes: [labeled, later[3]] } },
    });
    expect(await timeline(', since: "2026-11-23T12:00:30Z"')).toMatchObject({ pullRequest: { timelineItems: { nodes: later } } });
    expect(await timeline(", skip: 6")).toMatchObject({ pullRequest: { timelineItems: { nodes: [later[4]] } } });
  });

  test("shows reviews to all, and a pending one to its author", async () => {
    const number = open();
    const on = { ...acme.repo, pull_number: number };
    world().protect("acme/spec", "main", { requiredApprovals: 1 });
    await acme.as("olga").rest.pulls.createReview({ ...on, event: "REQUEST_CHANGES", body: "No" });
    await acme.as("wren").rest.pulls.createReview({ ...on, body: "Wait" });
    const fields = `pullRequest(number: ${number}) { reviewDecision reviews(first: 9) { nodes { state author { login } commit { oid } } } latestOpinionatedReviews(first: 9) { totalCount } }`;
    type Reviewed = { pullRequest: { reviewDecision: string; reviews: { nodes: { state: string }[] } } };

    const toApp = await read<Reviewed>(fields);
    const toWren = await read<Reviewed>(fields, acme.github.world.accounts.token("wren"));

    expect(toApp.pullRequest.reviewDecision).toBe("CHANGES_REQUESTED");
    expect(toApp.pullRequest.reviews.nodes.map(({ state }) => state)).toEqual(["CHANGES_REQUESTED"]);
    expect(toWren.pullRequest.reviews.nodes.map(({ state }) => state)).toEqual(["CHANGES_REQUESTED", "PENDING"]);
  });

  test("lists are filtered by state, branch and label, and ordered", async () => {
    for (const branch of ["a", "b", "c"]) {
      world().pullRequest("acme/spec", { by: "wren", title: branch, branch, files: { [branch]: "" } });
      acme.github.clock.advance("1m");
    }
    await acme.as("olga").rest.pulls.update({ ...acme.repo, pull_number: 2, state: "closed" });
    acme.github.clock.advance("1m");
    await acme.as("olga").rest.issues.addLabels({ ...acme.repo, issue_number: 1, labels: ["bug"] });
    const titles = async (args: string) => {
      const { pullRequests } = await read<{ pullRequests: { nodes: { title: string }[] } }>(
        `pullRequests(first: 9, ${args}) { nodes { title } }`,
      );
      return pullRequests.nodes.map(({ title }) => title).join("");
    };

    expect(await titles("states: OPEN")).toBe("ac");
    expect(await titles("states: [CLOSED, MERGED]")).toBe("b");
    expect(await titles('headRefName: "c"')).toBe("c");
    expect(await titles('labels: ["BUG"]')).toBe("a");
    expect(await titles("orderBy: { field: CREATED_AT, direction: DESC }")).toBe("cba");
    expect(await titles("orderBy: { field: UPDATED_AT, direction: DESC }")).toBe("abc");
  });
});

describe("checks of a commit", () => {
  test("are found by App, name and being the latest of their name", async () => {
    const { data: main } = await acme.as("olga").rest.git.getRef({ ...acme.repo, ref: "heads/main" });
    const { rest } = acme.asApp();
    const create = (name: string, conclusion: "success" | "failure") =>
      rest.checks.create({
        ...acme.repo,
        name,
        head_sha: main.object.sha,
        external_id: "x",
        conclusion,
        output: { title: "t", summary: "s" },
      });
    await create("Steward", "failure");
    await create("Other", "failure");
    await create("Steward", "success");
    const runs = (suites: string, filter: string) =>
      read(`object(expression: "HEAD") { ... on Commit { checkSuites(first: 9${suites}) { nodes { app { slug } conclusion
        checkRuns(first: 9, filterBy: ${filter}) { nodes { name status conclusion externalId title } } } } } }`);
    const run = { name: "Steward", status: "COMPLETED", conclusion: "SUCCESS", externalId: "x", title: "t" };
    const suite = { app: { slug: "steward" }, conclusion: "FAILURE" };

    expect(await runs(`, filterBy: { appId: ${acme.app.id} }`, '{ checkName: "Steward", checkType: LATEST }')).toEqual({
      object: { checkSuites: { nodes: [{ ...suite, checkRuns: { nodes: [run] } }] } },
    });
    expect(await runs("", '{ checkName: "Steward", checkType: ALL }')).toMatchObject({
      object: { checkSuites: { nodes: [{ checkRuns: { nodes: [{ conclusion: "FAILURE" }, { conclusion: "SUCCESS" }] } }] } },
    });
    expect(await runs(", filterBy: { appId: 5 }", "{}")).toEqual({ object: { checkSuites: { nodes: [] } } });
    expect(await runs("", "{ conclusions: [FAILURE], status: COMPLETED }")).toMatchObject({
      object: { checkSuites: { nodes: [{ checkRuns: { nodes: [{ name: "Steward" }, { name: "Other" }] } }] } },
    });
  });
});

describe("draft and ready", () => {
  const change = (token: string, name: string, id: string) =>
    post(acme, token, {
      query: `mutation ($id: ID!) { ${name}(input: { pullRequestId: $id, clientMutationId: "7" }) { clientMutationId pullRequest { isDraft } } }`,
      variables: { id },
    });

  const opened = async () => {
    const number = world().pullRequest("acme/spec", { by: "alice", title: "Third", branch: "three", files: { "seps/3.md": "third\n" } });
    const { data } = await acme.as("olga").rest.pulls.get({ ...acme.repo, pull_number: number });
    return data.node_id;
  };

  test("are changed by the author, by writers and by the App, and told by webhooks", async () => {
    const id = await opened();
    const { accounts } = acme.github.world;
    const answer = (isDraft: boolean, name: string) => ({ data: { [name]: { clientMutationId: "7", pullRequest: { isDraft } } } });

    expect(await change(accounts.token("alice"), "convertPullRequestToDraft", id)).toMatchObject(answer(true, "convertPullRequestToDraft"));
    expect(await change(accounts.token("wren"), "markPullRequestReadyForReview", id)).toMatchObject(
      answer(false, "markPullRequestReadyForReview"),
    );
    expect(await change(app, "convertPullRequestToDraft", id)).toMatchObject(answer(true, "convertPullRequestToDraft"));
    await acme.github.deliveries.settled();
    const told = acme.received.filter(({ event }) => event === "pull_request").map(({ action }) => action);
    expect(told).toEqual(["opened", "converted_to_draft", "ready_for_review", "converted_to_draft"]);
    expect(acme.github.requests.entries().at(-1)).toMatchObject({ route: "graphql", kind: "write" });
  });

  test("are not changed by others", async () => {
    const id = await opened();
    const stranger = acme.github.world.accounts.token("sten");

    expect(await change(stranger, "convertPullRequestToDraft", id)).toMatchObject({
      status: 200,
      data: { convertPullRequestToDraft: null },
      errors: [{ type: "FORBIDDEN", message: "sten does not have the correct permissions to execute `ConvertPullRequestToDraft`" }],
    });
    expect((await change(stranger, "convertPullRequestToDraft", "nothing")).errors).toMatchObject([{ type: "NOT_FOUND" }]);
  });

  test("count as writes for the secondary limit", async () => {
    const id = await opened();
    acme.github.limits.limits = { content: { perMinute: 1, perHour: 9 } };
    await change(app, "convertPullRequestToDraft", id);

    const refused = await change(app, "markPullRequestReadyForReview", id);

    expect(refused.status).toBe(403);
    expect(refused.headers.get("retry-after")).toBe("60");
  });

  test("are remembered over a restart", async () => {
    const folder = mkdtempSync(join(tmpdir(), "journal-"));
    const path = join(folder, "journal.jsonl");
    const journal = new Journal(path);
    const before = await startAcme({ frozenAt: "2026-11-23T12:00:00Z", journal });
    const after = await startAcme({ frozenAt: "2026-11-23T12:00:00Z" });
    try {
      const { rest, graphql } = before.as("wren");
      const { data: main } = await rest.git.getRef({ ...before.repo, ref: "heads/main" });
      await rest.git.createRef({ ...before.repo, ref: "refs/heads/new", sha: main.object.sha });
      await rest.repos.createOrUpdateFileContents({ ...before.repo, branch: "new", path: "new.md", message: "New", content: "bmV3" });
      const { data: pull } = await rest.pulls.create({ ...before.repo, base: "main", head: "new", title: "New" });
      await graphql("mutation ($id: ID!) { convertPullRequestToDraft(input: { pullRequestId: $id }) { clientMutationId } }", {
        id: pull.node_id,
      });

      after.github.replay(readJournal(path));

      const { data: replayed } = await after.as("wren").rest.pulls.get({ ...after.repo, pull_number: pull.number });
      expect(replayed).toMatchObject({ draft: true, node_id: pull.node_id });
    } finally {
      await Promise.all([before.close(), after.close()]);
      journal.close();
      rmSync(folder, { recursive: true });
    }
  });
});

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Acme, refusal, startAcme } from "./acme.ts";

let acme: Acme;
beforeEach(async () => {
  acme = await startAcme();
});
afterEach(async () => {
  await acme.close();
  expect(acme.github.defects).toEqual([]);
});

const open = (files = { "seps/3.md": "third\n" }) =>
  acme.github.world.repositories.pullRequest("acme/spec", { by: "alice", title: "Third", branch: "three", files });
const at = (pull_number: number) => ({ ...acme.repo, pull_number });
const headOf = async (number: number) => (await acme.as("alice").rest.pulls.get(at(number))).data.head.sha;

describe("opening", () => {
  test.each([
    ["a branch without commits", { head: "alice:even", base: "main" }, "No commits between"],
    ["a branch that is not there", { head: "alice:nowhere", base: "main" }, "Validation Failed"],
    ["an owner without a fork", { head: "sten:main", base: "main" }, "Validation Failed"],
    ["a base that is not there", { head: "alice:three", base: "nowhere" }, "Validation Failed"],
    ["a second one for the same branches", { head: "alice:three", base: "main" }, "A pull request already exists for alice:three."],
  ])("%s is refused", async (_, branches, message) => {
    open();
    const { data: main } = await acme.as("alice").rest.git.getRef({ owner: "alice", repo: "spec", ref: "heads/main" });
    await acme.as("alice").rest.git.createRef({ owner: "alice", repo: "spec", ref: "refs/heads/even", sha: main.object.sha });

    const refused = await refusal(acme.as("alice").rest.pulls.create({ ...acme.repo, ...branches, title: "Again" }));

    expect(refused.status).toBe(422);
    expect(refused.message).toContain(message);
  });

  test("needs the right to push to the branch, wherever it is", async () => {
    acme.github.world.repositories.commit("acme/spec", "shared", { s: "s" }, { by: "wren" });
    const offer = (login: string, head: string) => acme.as(login).rest.pulls.create({ ...acme.repo, head, base: "main", title: "T" });
    open();

    expect(await refusal(offer("alice", "shared"))).toMatchObject({ status: 422 });
    expect(await refusal(offer("sten", "alice:three"))).toMatchObject({ status: 422 });
    expect((await offer("wren", "shared")).status).toBe(201);
  });

  test("issues and pull requests share their numbers, and an issue number finds both", async () => {
    const issue = acme.github.world.repositories.issue("acme/spec", { by: "alice", title: "Question" });
    const number = open();

    const [asIssue, asPull] = await Promise.all([
      acme.as("alice").rest.issues.get({ ...acme.repo, issue_number: number }),
      acme.as("alice").rest.pulls.get(at(number)),
    ]);

    expect([issue, number]).toEqual([1, 2]);
    expect(asIssue.data.pull_request?.url).toBe(asPull.data.url);
    expect(asIssue.data.id).not.toBe(asPull.data.id);
    expect(await refusal(acme.as("alice").rest.pulls.get(at(issue)))).toMatchObject({ status: 404 });
  });
});

describe("a push to the branch", () => {
  test("moves the head, tells of it with before and after, and shows at once in files and commits", async () => {
    const number = open();
    const before = await headOf(number);
    acme.github.world.repositories.commit("alice/spec", "three", { "seps/3.md": "third\nmore\n", "seps/1.md": null }, { by: "alice" });
    await acme.github.deliveries.settled();

    const { data: pull } = await acme.as("alice").rest.pulls.get(at(number));
    const { data: files } = await acme.as("alice").rest.pulls.listFiles(at(number));
    const hook = acme.received.find(({ event, action }) => event === "pull_request" && action === "synchronize");

    expect(pull).toMatchObject({ commits: 2, changed_files: 2, additions: 2, deletions: 7 });
    expect(files.map((file) => [file.filename, file.status])).toEqual([
      ["seps/1.md", "removed"],
      ["seps/3.md", "added"],
    ]);
    expect(JSON.parse(hook?.payload ?? "{}")).toMatchObject({
      number,
      before,
      after: pull.head.sha,
      pull_request: { head: { sha: pull.head.sha } },
    });
  });

  test("that rewrites history is told in the timeline", async () => {
    const number = open();
    const alice = acme.as("alice").rest;
    const { data: main } = await alice.git.getRef({ owner: "alice", repo: "spec", ref: "heads/main" });
    const { data: commit } = await alice.git.getCommit({ owner: "alice", repo: "spec", commit_sha: main.object.sha });
    const own = { owner: "alice", repo: "spec" };
    const { data: tree } = await alice.git.createTree({
      ...own,
      base_tree: commit.tree.sha,
      tree: [{ path: "n", mode: "100644", content: "n" }],
    });
    const { data: other } = await alice.git.createCommit({ ...own, message: "Other", tree: tree.sha, parents: [main.object.sha] });

    expect(await refusal(alice.git.updateRef({ ...own, ref: "heads/three", sha: other.sha }))).toEqual({
      status: 422,
      message: "Update is not a fast forward",
    });
    await alice.git.updateRef({ ...own, ref: "heads/three", sha: other.sha, force: true });

    const { data: timeline } = await alice.issues.listEventsForTimeline({ ...acme.repo, issue_number: number });
    expect(timeline.map((item) => item.event)).toContain("head_ref_force_pushed");
    expect(await headOf(number)).toBe(other.sha);
  });
});

describe("mergeability", () => {
  test("is unknown at the first question after a change and known at the next", async () => {
    const number = open();
    const ask = async () => {
      const { data } = await acme.as("alice").rest.pulls.get(at(number));
      return [data.mergeable, data.mergeable_state];
    };

    expect(await ask()).toEqual([null, "unknown"]);
    expect(await ask()).toEqual([true, "clean"]);
    acme.github.world.repositories.commit("acme/spec", "main", { "seps/3.md": "another third\n" });
    expect(await ask()).toEqual([null, "unknown"]);
    expect(await ask()).toEqual([false, "dirty"]);
  });
});

describe("merging", () => {
  test("needs write access, the expected head, no draft and what the branch protection asks", async () => {
    const number = open();
    const wren = acme.as("wren").rest;
    const sha = await headOf(number);
    acme.github.world.repositories.protect("acme/spec", "main", { requiredChecks: [{ name: "Steward", appId: acme.app.id }] });

    expect(await refusal(acme.as("mira").rest.pulls.merge(at(number)))).toMatchObject({ status: 404 });
    expect(await refusal(wren.pulls.merge({ ...at(number), sha: "0".repeat(40) }))).toMatchObject({ status: 409 });
    expect(await refusal(wren.pulls.merge(at(number)))).toEqual({ status: 405, message: 'Required status check "Steward" is expected.' });
    await acme.asApp().rest.checks.create({ ...acme.repo, name: "Steward", head_sha: sha, conclusion: "action_required" });
    expect(await refusal(wren.pulls.merge(at(number)))).toMatchObject({ status: 405 });
    await acme.asApp().rest.checks.create({ ...acme.repo, name: "Steward", head_sha: sha, conclusion: "success" });
    const { data: merged } = await wren.pulls.merge({ ...at(number), sha });

    const { data: pull } = await wren.pulls.get(at(number));
    expect(pull).toMatchObject({ merged: true, state: "closed", merge_commit_sha: merged.sha, merged_by: { login: "wren" } });
    expect((await wren.git.getRef({ ...acme.repo, ref: "heads/main" })).data.object.sha).toBe(merged.sha);
    expect(await refusal(wren.pulls.merge(at(number)))).toMatchObject({ status: 405 });
    expect(await refusal(wren.pulls.update({ ...at(number), state: "open" }))).toMatchObject({ status: 422 });
  });

  test("a push that brings the head to the base branch merges, too", async () => {
    const number = acme.github.world.repositories.pullRequest("acme/spec", { by: "wren", title: "W", branch: "w", files: { w: "w" } });
    const sha = await headOf(number);

    await acme.as("wren").rest.git.updateRef({ ...acme.repo, ref: "heads/main", sha });
    await acme.github.deliveries.settled();

    const closed = acme.received.filter(({ event, action }) => event === "pull_request" && action === "closed");
    expect(closed.map(({ payload }) => JSON.parse(payload).pull_request.merged)).toEqual([true]);
  });
});

describe("closing", () => {
  test("a deleted branch closes its pull request, and it cannot be opened again", async () => {
    const number = open();
    acme.github.world.repositories.deleteBranch("alice/spec", "three", "alice");

    expect((await acme.as("alice").rest.pulls.get(at(number))).data.state).toBe("closed");
    expect(await refusal(acme.as("alice").rest.pulls.update({ ...at(number), state: "open" }))).toMatchObject({ status: 422 });
  });

  test("a branch that went on meanwhile brings its new head; a rewritten one does not come back", async () => {
    const alice = acme.as("alice").rest;
    const number = open();
    const first = await headOf(number);
    await alice.pulls.update({ ...at(number), state: "closed" });
    const second = acme.github.world.repositories.commit("alice/spec", "three", { more: "m" }, { by: "alice" });
    expect(await headOf(number)).toBe(first);

    const { data: reopened } = await alice.pulls.update({ ...at(number), state: "open" });
    await alice.pulls.update({ ...at(number), state: "closed" });
    await alice.git.updateRef({ owner: "alice", repo: "spec", ref: "heads/three", sha: first, force: true });

    expect(reopened.head.sha).toBe(second);
    expect(await refusal(alice.pulls.update({ ...at(number), state: "open" }))).toMatchObject({ status: 422 });
  });

  test("authors close and reopen their own; strangers do neither", async () => {
    const number = open();
    const stranger = acme.as("sten").rest;

    expect(await refusal(stranger.pulls.update({ ...at(number), state: "closed" }))).toMatchObject({ status: 403 });
    await acme.as("alice").rest.pulls.update({ ...at(number), state: "closed" });
    await acme.as("alice").rest.pulls.update({ ...at(number), state: "open" });
    await acme.as("mira").rest.pulls.update({ ...at(number), state: "closed" });
    expect(await refusal(acme.as("alice").rest.issues.update({ ...acme.repo, issue_number: number, state: "open" }))).toMatchObject({
      status: 403,
    });
  });
});

describe("asking for reviews", () => {
  test.each([
    ["the author", { reviewers: ["alice", "mira"] }, "author"],
    ["somebody without access", { reviewers: ["mira", "sten"] }, "collaborators"],
    ["somebody who does not exist", { reviewers: ["nobody"] }, "collaborators"],
    ["a team without access", { reviewers: ["mira"], team_reviewers: ["idle"] }, "collaborators"],
  ])("%s refuses the whole request", async (_, wanted, word) => {
    const number = open();
    acme.github.world.accounts.team("acme", "Idle");

    const refused = await refusal(acme.asApp().rest.pulls.requestReviewers({ ...at(number), ...wanted }));

    const { data: requested } = await acme.asApp().rest.pulls.listRequestedReviewers(at(number));
    expect(refused.status).toBe(422);
    expect(refused.message).toContain(word);
    expect(requested.users).toEqual([]);
  });

  test("more than fifteen refuse the whole request", async () => {
    const number = open();
    const many = Array.from({ length: 16 }, (_, at) => `member-${at}`);
    for (const login of many) {
      acme.github.world.accounts.user(login);
      acme.github.world.accounts.member("acme", login);
    }
    const ask = (reviewers: string[]) => acme.asApp().rest.pulls.requestReviewers({ ...at(number), reviewers });

    expect(await refusal(ask(many))).toMatchObject({ status: 422 });
    expect((await ask(many.slice(1))).data.requested_reviewers).toHaveLength(15);
  });

  test("each is asked once, with an event each, and a review ends the asking", async () => {
    const number = open();
    const app = acme.asApp().rest;
    await app.pulls.requestReviewers({ ...at(number), reviewers: ["wren", "mira"], team_reviewers: ["events-wg"] });
    await app.pulls.requestReviewers({ ...at(number), reviewers: ["wren"] });
    await acme.as("wren").rest.pulls.createReview({ ...at(number), event: "APPROVE" });
    await acme.github.deliveries.settled();

    const { data: left } = await app.pulls.listRequestedReviewers(at(number));
    expect([left.users.map((user) => user.login), left.teams.map((team) => team.slug)]).toEqual([["mira"], ["events-wg"]]);
    expect(acme.received.filter(({ action }) => action === "review_requested")).toHaveLength(3);
  });
});

describe("reviews", () => {
  test("nobody approves or refuses their own, and requests for changes say why", async () => {
    const number = open();
    const alice = acme.as("alice").rest;

    expect((await refusal(alice.pulls.createReview({ ...at(number), event: "APPROVE" }))).message).toContain("own pull request");
    expect((await refusal(alice.pulls.createReview({ ...at(number), event: "REQUEST_CHANGES", body: "No" }))).message).toContain(
      "own pull request",
    );
    expect(await refusal(acme.as("wren").rest.pulls.createReview({ ...at(number), event: "REQUEST_CHANGES" }))).toMatchObject({
      status: 422,
    });
  });

  test("a pending review is seen by its author only", async () => {
    const number = open();
    await acme.as("wren").rest.pulls.createReview({ ...at(number), body: "draft" });

    expect((await acme.as("wren").rest.pulls.listReviews(at(number))).data).toHaveLength(1);
    expect((await acme.asApp().rest.pulls.listReviews(at(number))).data).toHaveLength(0);
  });
});

describe("hostile content", () => {
  test("case-colliding names, links and submodules are kept as they are", async () => {
    const sha = "1".repeat(40);
    const number = open({
      "seps/A.md": "1",
      "seps/a.md": "2",
      "seps/link.md": { mode: "120000", content: "../../etc/passwd" },
      "seps/module": { mode: "160000", sha },
    } as never);

    const { data: tree } = await acme.asApp().rest.git.getTree({ ...acme.repo, tree_sha: await headOf(number), recursive: "1" });
    const { data: files } = await acme.asApp().rest.pulls.listFiles(at(number));

    expect(tree.tree.filter((entry) => entry.path.startsWith("seps/")).map((entry) => [entry.path, entry.mode])).toEqual(
      expect.arrayContaining([
        ["seps/A.md", "100644"],
        ["seps/a.md", "100644"],
        ["seps/link.md", "120000"],
        ["seps/module", "160000"],
      ]),
    );
    expect(files.map((file) => file.filename)).toEqual(["seps/A.md", "seps/a.md", "seps/link.md", "seps/module"]);
  });

  test("lists of files end at 3,000 while the count goes on", async () => {
    const number = open(Object.fromEntries(Array.from({ length: 3_010 }, (_, at) => [`many/${at}.md`, `${at}\n`])) as never);

    const page = await acme.asApp().rest.pulls.listFiles({ ...at(number), per_page: 100, page: 30 });
    const beyond = await acme.asApp().rest.pulls.listFiles({ ...at(number), per_page: 100, page: 31 });

    expect([page.data.length, beyond.data.length]).toEqual([100, 0]);
    expect((await acme.asApp().rest.pulls.get(at(number))).data.changed_files).toBe(3_010);
  });

  test.each([[".git/config"], ["a/../b"], ["/etc"], ["a//b"]])("%s is no path", async (path) => {
    open();
    const write = acme.as("alice").rest.git.createTree({ owner: "alice", repo: "spec", tree: [{ path, mode: "100644", content: "x" }] });
    expect(await refusal(write)).toMatchObject({ status: 422 });
  });
});

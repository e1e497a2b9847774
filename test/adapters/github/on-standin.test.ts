import type { Octokit } from "@octokit/rest";
import { Octokit as Client } from "@octokit/rest";
import type { Effect } from "../../../src/domain/effect.ts";
import { digestFingerprint, fingerprintAfter } from "../../../src/domain/fingerprint.ts";
import type { PullRequestFacts } from "../../../src/domain/snapshot.ts";
import { fullName, type StandinSetup, standinSetup } from "../../support/standin-setup.ts";

const scope = { proposalFolder: "seps/", schemaFiles: [], changelogFiles: [], governanceFolder: "governance", maximumBytes: 100_000 };
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const path = "seps/0000-x.md";

let setup: StandinSetup;

beforeEach(async () => {
  setup = await standinSetup();
});

afterEach(async () => {
  expect(setup.standin.defects).toEqual([]);
  await setup.close();
});

function as(login: string): Octokit {
  return new Client({ baseUrl: setup.standin.url, log: quiet, auth: setup.standin.world.accounts.token(login) });
}

async function factsOf(number: number): Promise<PullRequestFacts> {
  const reading = await setup.github.readSnapshot(number, scope);
  if (reading === null) throw new Error(`#${number} is absent`);
  return reading.snapshot.pullRequest;
}

const open = (by = "passer-by") => setup.open({ [path]: "# SEP-0000: X\n\nStatus: Draft\n" }, by);
const onIssue = (number: number) => ({ ...setup.repository, issue_number: number });
const onPull = (number: number) => ({ ...setup.repository, pull_number: number });

describe("what people say", () => {
  it("is read whole, with who edited it, and whether the App has reacted", async () => {
    const number = open();
    const { data: comment } = await as("noor").rest.issues.createComment({ ...onIssue(number), body: "/lgtm" });
    await as("ravi").rest.issues.createComment({ ...onIssue(number), body: "Second" });
    setup.standin.clock.advance("1h");
    await setup.owner.rest.issues.updateComment({ ...setup.repository, comment_id: comment.id, body: "/lgtm cancel" });
    await setup.github.execute(number, { kind: "react", commentId: comment.id });
    await setup.github.execute(number, { kind: "react", commentId: comment.id });

    const { conversation } = await factsOf(number);

    expect(conversation.map(({ author, body, editor, reacted }) => [author.login, body, editor?.login ?? null, reacted])).toEqual([
      ["noor", "/lgtm cancel", "asta", true],
      ["ravi", "Second", null, false],
    ]);
    expect(conversation[0]).toMatchObject({
      createdAt: "2026-11-23T09:00:00.000Z",
      editedAt: "2026-11-23T10:00:00.000Z",
      author: { id: 1006 },
    });
  });

  it("keeps its author over a new login, and loses the person with the account", async () => {
    const number = open();
    await as("noor").rest.issues.createComment({ ...onIssue(number), body: "Mine" });
    await as("stranger").rest.issues.createComment({ ...onIssue(number), body: "Going" });
    setup.standin.world.accounts.renameUser("noor", "noor-new");
    setup.standin.world.accounts.deleteUser("stranger");

    const { conversation } = await factsOf(number);

    expect(conversation.map(({ author }) => author)).toEqual([
      { id: 1006, login: "noor-new", bot: false },
      { id: null, login: "ghost", bot: false },
    ]);
  });

  it("through another App shows that App, when it is asked for", async () => {
    const { apps } = setup.standin.world;
    apps.app({ slug: "merge-helper", owner: "asta", permissions: {}, events: [] });
    const number = open();
    const through = new Client({ baseUrl: setup.standin.url, log: quiet, auth: apps.userToken("merge-helper", "noor") });
    const { data: one } = await through.rest.issues.createComment({ ...onIssue(number), body: "/lgtm" });
    const { data: other } = await as("noor").rest.issues.createComment({ ...onIssue(number), body: "/lgtm" });

    expect((await factsOf(number)).conversation[0]?.author).toEqual({ id: 1006, login: "noor", bot: false });
    expect(await setup.github.readCommentOrigin(one.id)).toEqual({ viaApp: "merge-helper" });
    expect(await setup.github.readCommentOrigin(other.id)).toEqual({ viaApp: null });
    expect(await setup.github.readCommentOrigin(1)).toBe("absent");
  });

  it("can be told to have grown in one cheap question", async () => {
    const number = open();
    expect(await setup.github.readLatestCommentId(number)).toBeNull();

    const { data } = await as("noor").rest.issues.createComment({ ...onIssue(number), body: "One" });
    setup.requests();

    expect(await setup.github.readLatestCommentId(number)).toBe(data.id);
    expect([setup.cost(), setup.requests()]).toEqual([1, ["graphql"]]);
  });
});

describe("what people do", () => {
  it("reviews show verdict, time and commit; a pending one is nobody's yet, and a dismissed one has lost its verdict", async () => {
    const number = open();
    const review = { ...onPull(number), body: "Reason" };
    await as("Juno").rest.pulls.createReview({ ...review, event: "APPROVE" });
    const { data: second } = await as("ravi").rest.pulls.createReview({ ...review, event: "REQUEST_CHANGES" });
    await as("noor").rest.pulls.createReview(onPull(number));
    await setup.owner.rest.pulls.dismissReview({ ...onPull(number), review_id: second.id, message: "Answered" });

    const { reviews, headSha } = await factsOf(number);

    expect(reviews.map(({ author, verdict, commit }) => [author.login, verdict, commit === headSha])).toEqual([
      ["Juno", "approved", true],
      ["ravi", "dismissed", true],
    ]);
  });

  it("assignments tell who assigned whom, each with an id of its own", async () => {
    const number = open();
    await setup.owner.rest.issues.addAssignees({ ...onIssue(number), assignees: ["noor"] });
    await as("Juno").rest.issues.removeAssignees({ ...onIssue(number), assignees: ["noor"] });

    const { assignmentEvents } = await factsOf(number);

    expect(assignmentEvents.map(({ action, assignee, actor }) => [action, assignee.login, actor.login])).toEqual([
      ["assigned", "noor", "asta"],
      ["unassigned", "noor", "Juno"],
    ]);
    expect(new Set(assignmentEvents.map(({ id }) => id)).size).toBe(2);
  });

  it("a closed pull request names who closed it and when; an open one nobody", async () => {
    const number = open();
    expect(await factsOf(number)).toMatchObject({ closedBy: null, closedAt: null, mergedAt: null });

    await setup.owner.rest.pulls.update({ ...onPull(number), state: "closed" });

    expect(await factsOf(number)).toMatchObject({ closedBy: { id: 1001 }, closedAt: "2026-11-23T09:00:00.000Z", mergedAt: null });
  });

  it("whether the head branch is here, or in a fork", async () => {
    expect((await factsOf(open("passer-by"))).headIsHere).toBe(false);
    expect((await factsOf(open("bo-okafor"))).headIsHere).toBe(true);
  });

  it("all of it takes one request", async () => {
    const number = setup.open({ "src/index.ts": "export {};\n" });
    await factsOf(open());
    for (const login of ["noor", "ravi"]) await as(login).rest.issues.createComment({ ...onIssue(number), body: "Hm" });
    setup.requests();

    await factsOf(number);

    expect(setup.cost()).toBeLessThanOrEqual(2);
    expect(setup.requests()).toEqual(["graphql"]);
  });
});

describe("what the App writes is found again", () => {
  it("an approval of the head, and its dismissal, which can be repeated", async () => {
    const number = open();
    const { headSha } = await factsOf(number);
    const { id } = await setup.github.execute(number, { kind: "approve", headSha, body: "Accepted." });
    expect((await factsOf(number)).ownReviews).toEqual([{ id, verdict: "approved", commit: headSha }]);

    const dismissal: Effect = { kind: "dismiss-approval", reviewId: id ?? 0, message: "Pushed." };
    await setup.github.execute(number, dismissal);
    await setup.github.execute(number, dismissal);

    expect(await factsOf(number)).toMatchObject({ ownReviews: [{ id, verdict: "dismissed" }], reviews: [] });
  });

  it("a suggestion on a line, and nobody else's with its marker", async () => {
    const number = open();
    const { headSha } = await factsOf(number);
    const body = "```suggestion\nStatus: Accepted\n```\n<!-- steward:status-line v1 -->";
    await setup.github.execute(number, { kind: "suggest-line", headSha, path, line: 3, body });
    await as("noor").rest.pulls.createReviewComment({ ...onPull(number), commit_id: headSha, path, line: 3, body });

    const { ownSuggestions, reviews } = await factsOf(number);

    expect(ownSuggestions).toEqual([{ id: expect.any(Number), path, body }]);
    expect(reviews.map(({ author }) => author.login)).toEqual(["noor"]);
  });

  it("GitHub's own time of a comment comes back, of its edit too", async () => {
    const number = open();
    const made = await setup.github.execute(number, { kind: "create-comment", body: "One" });
    setup.standin.clock.advance("2m");
    const edited = await setup.github.execute(number, { kind: "update-comment", commentId: made.id ?? 0, body: "Two" });

    expect([made.at, edited.at]).toEqual(["2026-11-23T09:00:00.000Z", "2026-11-23T09:02:00.000Z"]);
  });

  it("a file is committed to the head branch only while that stands where it was read", async () => {
    setup.standin.world.apps.setPermissions("steward", "weather-protocol", {
      ...{ contents: "write", pull_requests: "write", issues: "write", checks: "write", members: "read", metadata: "read" },
    });
    const number = open("bo-okafor");
    const { headRef, headSha } = await factsOf(number);
    const effect: Effect = {
      kind: "commit-file",
      branch: headRef,
      branchSha: headSha,
      path,
      text: "Status: Accepted\n",
      message: "Accept",
    };

    const first = await setup.github.execute(number, effect);
    const second = await setup.github.execute(number, effect);

    expect(first.detail).toMatch(/^commit [0-9a-f]{40}$/);
    expect(second.detail).toBe(`${headRef} has moved on`);
    const { data } = await setup.owner.rest.repos.getContent({ ...setup.repository, path, ref: headRef, mediaType: { format: "raw" } });
    expect(String(data)).toBe("Status: Accepted\n");
  });
});

describe("what a sweep sees after the App's own writes was foreseen", () => {
  type Prepare = (number: number) => Promise<Effect>;
  it.each<[string, Prepare]>([
    [
      "a reaction",
      async (number) => {
        const { data } = await as("noor").rest.issues.createComment({ ...onIssue(number), body: "/lgtm" });
        return { kind: "react", commentId: data.id };
      },
    ],
    ["a comment", async () => ({ kind: "create-comment", body: "Recorded." })],
    [
      "an edited comment",
      async (number) => {
        const { id } = await setup.github.execute(number, { kind: "create-comment", body: "One" });
        return { kind: "update-comment", commentId: id ?? 0, body: "Two" };
      },
    ],
    [
      "a suggestion, though it brings a review of its own",
      async (number) => ({ kind: "suggest-line", headSha: (await factsOf(number)).headSha, path, line: 3, body: "x <!-- steward:x -->" }),
    ],
    ["an approval", async (number) => ({ kind: "approve", headSha: (await factsOf(number)).headSha, body: "Accepted." })],
    [
      "a dismissed approval",
      async (number) => {
        const { id } = await setup.github.execute(number, { kind: "approve", headSha: (await factsOf(number)).headSha, body: "Accepted." });
        return { kind: "dismiss-approval", reviewId: id ?? 0, message: "Pushed." };
      },
    ],
    ["labels", async () => ({ kind: "add-labels", labels: ["bug", "question"] })],
  ])("%s", async (_what, prepare) => {
    const number = open();
    const effect = await prepare(number);
    const before = await setup.github.readSnapshot(number, scope);
    if (before === null) throw new Error("The pull request is absent");

    const { id, refused } = await setup.github.execute(number, effect);

    const [swept] = (await setup.github.listOpen("governance", null)).pullRequests;
    expect(swept?.fingerprint).toBe(digestFingerprint(fingerprintAfter(before.fingerprint, [{ effect, id, refused }])));
  });
});

describe("files of another repository", () => {
  const conformance = "weather-protocol/conformance";

  it("are read with what stands at each path, at one commit", async () => {
    const { head } = setup.standin.world.repositories.repository(conformance, {
      files: { "src/seps/sep-1.yaml": "rows: []\n", "README.md": "x" },
    });

    const read = await setup.github.readForeignFiles(conformance, ["src/seps/sep-1.yaml", "src/seps", "never"], 1000);

    expect(read).toEqual({
      known: true,
      value: {
        commit: head,
        entries: new Map<string, unknown>([
          ["src/seps/sep-1.yaml", { kind: "file", file: { path: "src/seps/sep-1.yaml", text: "rows: []\n", bytes: 9, unread: null } }],
          ["src/seps", { kind: "folder", entries: [{ name: "sep-1.yaml", kind: "file" }] }],
          ["never", { kind: "absent" }],
        ]),
      },
    });
  });

  it("are found by their paths, and read as they were when they were listed", async () => {
    const { repositories } = setup.standin.world;
    repositories.repository(conformance, { files: { "src/seps/sep-1.yaml": "old\n", "README.md": "x" } });
    const listed = await setup.github.listForeignPaths(conformance);
    repositories.commit(conformance, "main", { "src/seps/sep-1.yaml": "new\n" });

    expect(listed).toMatchObject({ known: true, value: { paths: ["README.md", "src/seps/sep-1.yaml"], complete: true } });
    const tree = listed.known ? listed.value.tree : "";
    const read = await setup.github.readForeignFiles(conformance, ["src/seps/sep-1.yaml"], 1000, tree);
    expect(read.known && read.value.entries.get("src/seps/sep-1.yaml")).toMatchObject({ file: { text: "old\n" } });
  });

  it("of one that is absent or private are unknown, with the reason", async () => {
    setup.standin.world.repositories.repository("asta/secret", { private: true, files: { a: "a" } });

    for (const name of ["weather-protocol/never", "asta/secret"]) {
      expect(await setup.github.listForeignPaths(name)).toEqual({ known: false, why: expect.stringContaining(name) });
      expect(await setup.github.readForeignFiles(name, ["a"], 1000)).toEqual({ known: false, why: expect.stringContaining(name) });
    }
  });

  it("are asked for again after a fault of GitHub: that is no answer", async () => {
    setup.standin.faults.add({ at: "before", route: "graphql", trouble: { status: 502 } });

    await expect(setup.github.readForeignFiles(fullName, ["README.md"], 1000)).rejects.toThrow("502");
  });
});

describe("the gate", () => {
  const steward = (appId: number | null) => ({ type: "required_status_checks" as const, checks: [{ name: "Steward", appId }] });

  async function ownAppId(): Promise<number> {
    const reading = await setup.github.readSnapshot(open(), scope);
    return reading?.snapshot.self.appId ?? 0;
  }

  it("is not required where no rule names it", async () => {
    expect(await setup.github.readGate()).toEqual({
      branch: "main",
      requirement: { known: true, value: "not-required" },
      bypass: { known: true, value: [] },
      mergeQueue: { known: true, value: false },
      codeOwnerReview: { known: true, value: false },
    });
  });

  it("asks for code owners by a ruleset; what the older protection asks is not shown", async () => {
    const { repositories } = setup.standin.world;
    repositories.protect(fullName, "main", { requiredApprovals: 1 });
    expect((await setup.github.readGate()).codeOwnerReview).toEqual({ known: false, why: expect.stringContaining("administrators") });

    repositories.ruleset(fullName, { rules: [{ type: "pull_request", approvals: 1, codeOwners: true }] });

    expect((await setup.github.readGate()).codeOwnerReview).toEqual({ known: true, value: true });
  });

  it.each<[string, (own: number) => number | null]>([
    ["pinned", (own) => own],
    ["unpinned", () => null],
    ["other-app", () => 31],
  ])("is %s by a ruleset and by the older protection alike", async (value, appId) => {
    const own = await ownAppId();
    const { repositories } = setup.standin.world;
    const ruled = repositories.ruleset(fullName, { rules: [steward(appId(own))] });
    expect((await setup.github.readGate()).requirement).toEqual({ known: true, value });
    expect(ruled).toBeGreaterThan(0);

    repositories.removeRuleset(fullName, ruled);
    repositories.protect(fullName, "main", { requiredChecks: steward(appId(own)).checks });
    expect((await setup.github.readGate()).requirement).toEqual({ known: true, value });
  });

  it("shows the merge queue, and who may bypass only to an App that may change the rules", async () => {
    const own = await ownAppId();
    setup.standin.world.repositories.ruleset(fullName, {
      rules: [steward(own), { type: "merge_queue" }],
      bypass: [
        { type: "RepositoryRole", id: 5, mode: "always" },
        { type: "OrganizationAdmin", id: null, mode: "always" },
      ],
    });

    const gate = await setup.github.readGate();

    expect(gate.mergeQueue).toEqual({ known: true, value: true });
    expect(gate.bypass).toEqual({ known: false, why: expect.stringContaining("shown only to those who may change it") });
  });

  it("is unknown where GitHub refuses to show the rules", async () => {
    setup.standin.faults.add({ at: "before", route: "repos/get-branch-rules", trouble: { status: 403, message: "Upgrade to GitHub Pro" } });

    const { requirement, bypass, mergeQueue } = await setup.github.readGate();

    for (const part of [requirement, bypass, mergeQueue]) expect(part).toEqual({ known: false, why: expect.stringContaining("Upgrade") });
  });
});

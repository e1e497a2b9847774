import { GitHubFault } from "../../../src/ports/github.ts";
import { aBlob, aCommentAnswer, aPage, aPullRequestAnswer, aTextsAnswer, aUser } from "../../support/graphql-answers.ts";
import { type Reply, scriptedGitHub } from "../../support/scripted-octokit.ts";
import { headSha, self } from "../../support/snapshot.ts";

const scope = {
  proposalFolder: "seps/",
  schemaFiles: ["schema/draft/schema.json"],
  changelogFiles: ["docs/changelog.mdx"],
  governanceFolder: "governance",
  maximumBytes: 1000,
};
const bot = { __typename: "Bot", login: "steward", databaseId: 9001 };
const marker = "text\n<!-- steward:status v1 -->";

function read(replies: Readonly<Record<string, unknown>>) {
  const { github, sent } = scriptedGitHub(({ what }): Reply => ({ body: replies[what] ?? { message: `Not scripted: ${what}` } }));
  return { reading: github.readSnapshot(12, scope), sent };
}

async function snapshotOf(replies: Readonly<Record<string, unknown>>) {
  const reading = await read(replies).reading;
  if (reading === null) throw new Error("The pull request is absent");
  return reading.snapshot;
}

describe("what a pass reads", () => {
  it("a new proposal takes two requests", async () => {
    const { reading, sent } = read({ pullRequest: aPullRequestAnswer(), texts: aTextsAnswer() });

    const snapshot = (await reading)?.snapshot;

    expect(sent.map(({ what }) => what)).toEqual(["pullRequest", "texts"]);
    expect(snapshot?.texts[0]).toEqual({
      path: "seps/0000-x.md",
      base: { path: "seps/0000-x.md", text: null, bytes: 0, unread: "absent" },
      head: { path: "seps/0000-x.md", text: "# SEP-0000: X\n", bytes: 14, unread: null },
    });
  });

  it("schema files and changelog pages are read beside it, and no other page", async () => {
    const paths = ["docs/changelog.mdx", "docs/index.mdx", "schema/draft/schema.json", "seps/0000-x.md"];
    const files = aPage(paths.map((path) => ({ path, changeType: "ADDED" })));
    const texts = aTextsAnswer();
    const { data } = texts;
    const sides = { base1: null, head1: aBlob("b"), base2: null, head2: aBlob("c") };
    const answer = { ...texts, data: { ...data, repository: { ...data.repository, ...sides } } };

    const snapshot = await snapshotOf({ pullRequest: aPullRequestAnswer({ files }), texts: answer });

    expect(snapshot.texts.map(({ path }) => path)).toEqual(["docs/changelog.mdx", "schema/draft/schema.json", "seps/0000-x.md"]);
  });

  it("any other pull request takes one", async () => {
    const files = aPage([{ path: "src/index.ts", changeType: "MODIFIED" }]);
    const { reading, sent } = read({ pullRequest: aPullRequestAnswer({ files }) });

    expect((await reading)?.snapshot.texts).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it("one that does not exist is null", async () => {
    const errors = [
      { type: "NOT_FOUND", path: ["repository", "pullRequest"], message: "Could not resolve to a PullRequest with the number of 12." },
    ];
    const { data } = aPullRequestAnswer();
    const { reading } = read({ pullRequest: { errors, data: { ...data, repository: { ...data.repository, pullRequest: null } } } });

    expect(await reading).toBeNull();
  });

  it("paths with odd characters travel as variables, and never in the query", async () => {
    const path = 'seps/0000-"} } evil { x: object(expression: "HEAD:\\n`.md';
    const { reading, sent } = read({
      pullRequest: aPullRequestAnswer({ files: aPage([{ path, changeType: "ADDED" }]) }),
      texts: aTextsAnswer(),
    });
    await reading;

    const [, texts] = sent;
    expect(texts?.body.query).not.toContain("evil");
    expect(texts?.body.variables).toMatchObject({ head0: `${headSha}:${path}` });
  });

  it("lists longer than a page are read to their end", async () => {
    const { reading, sent } = read({
      pullRequest: aPullRequestAnswer({ comments: { ...aPage([aCommentAnswer()], "c1"), totalCount: 102 } }),
      moreComments: {
        data: { repository: { pullRequest: { comments: aPage([aCommentAnswer({ viewerDidAuthor: true, author: bot, body: marker })]) } } },
      },
      texts: aTextsAnswer(),
    });

    expect((await reading)?.snapshot.pullRequest.ownComments).toHaveLength(1);
    expect(sent.map(({ what }) => what)).toEqual(["pullRequest", "moreComments", "texts"]);
  });

  it("a changed proposal is compared with where it branched off, so that later pushes to the base do not look like removals", async () => {
    const files = aPage([{ path: "seps/0000-x.md", changeType: "MODIFIED" }]);
    const { reading, sent } = read({
      pullRequest: aPullRequestAnswer({ files }),
      [`GET /repos/acme/specification/compare/${"b".repeat(40)}...${headSha}`]: { merge_base_commit: { sha: "9".repeat(40) } },
      texts: aTextsAnswer({ base0: aBlob("old") }),
    });

    expect((await reading)?.snapshot.texts[0]?.base.text).toBe("old");
    expect(sent.at(-1)?.body.variables).toMatchObject({ base0: `${"9".repeat(40)}:seps/0000-x.md` });
  });

  it("a renamed file is compared with what it was called before", async () => {
    const files = aPage([{ path: "seps/2000-x.md", changeType: "RENAMED" }]);
    const { reading, sent } = read({
      pullRequest: aPullRequestAnswer({ files }),
      "GET /repos/acme/specification/pulls/12/files": [{ filename: "seps/2000-x.md", previous_filename: "seps/0000-x.md" }],
      [`GET /repos/acme/specification/compare/${"b".repeat(40)}...${headSha}`]: { merge_base_commit: { sha: "9".repeat(40) } },
      texts: aTextsAnswer(),
    });

    expect((await reading)?.snapshot.pullRequest.files).toEqual([
      { path: "seps/2000-x.md", change: "renamed", previousPath: "seps/0000-x.md" },
    ]);
    expect(sent.at(-1)?.body.variables).toMatchObject({ base0: `${"9".repeat(40)}:seps/0000-x.md` });
  });

  it("a proposal moved out of the folder is still read", async () => {
    const files = aPage([{ path: "attic/0000-x.md", changeType: "RENAMED" }]);
    const snapshot = await snapshotOf({
      pullRequest: aPullRequestAnswer({ files }),
      "GET /repos/acme/specification/pulls/12/files": [{ filename: "attic/0000-x.md", previous_filename: "seps/0000-x.md" }],
      [`GET /repos/acme/specification/compare/${"b".repeat(40)}...${headSha}`]: { merge_base_commit: { sha: "9".repeat(40) } },
      texts: aTextsAnswer({ base0: aBlob("was here") }),
    });

    expect(snapshot.texts[0]?.base.text).toBe("was here");
  });

  it("one that edits the constitution brings the whole of it, from its head", async () => {
    const entries = [
      { name: "project.yml", mode: 0o100644, type: "blob", oid: "3".repeat(40), object: aBlob("name: X\n") },
      { name: "people.yml", mode: 0o120000, type: "blob", oid: "3".repeat(40), object: aBlob("../../etc/passwd") },
      { name: "notes.md", mode: 0o100644, type: "blob", oid: "3".repeat(40), object: aBlob("no rule") },
      {
        name: "groups",
        mode: 0o040000,
        type: "tree",
        oid: "4".repeat(40),
        object: {
          __typename: "Tree",
          entries: [{ name: "a.yml", mode: 0o100644, type: "blob", oid: "3".repeat(40), object: aBlob("id: a\n") }],
        },
      },
    ];
    const snapshot = await snapshotOf({
      pullRequest: aPullRequestAnswer({ files: aPage([{ path: "governance/project.yml", changeType: "MODIFIED" }]) }),
      constitution: {
        data: {
          repository: {
            commit: { __typename: "Commit", oid: headSha, history: { nodes: [] } },
            folder: { __typename: "Tree", oid: "5".repeat(40), entries },
          },
        },
      },
    });

    expect(snapshot.governanceAtHead).toEqual([
      { path: "groups/a.yml", text: "id: a\n" },
      { path: "project.yml", text: "name: X\n" },
    ]);
  });
});

describe("files that cannot be used as texts", () => {
  const texts = (head0: unknown, entry: Readonly<Record<string, unknown>> = {}) => ({
    pullRequest: aPullRequestAnswer(),
    texts: aTextsAnswer({
      head0,
      folder: { __typename: "Tree", entries: [{ name: "0000-x.md", mode: 0o100644, type: "blob", oid: "2".repeat(40), ...entry }] },
    }),
  });

  it.each([
    ["a symlink", texts(aBlob("../../secret"), { mode: 0o120000 }), "not-regular"],
    ["a submodule", texts(null, { mode: 0o160000 }), "not-regular"],
    ["a folder", texts({ __typename: "Tree", oid: "2".repeat(40) }, { mode: 0o040000 }), "not-regular"],
    ["a binary file", texts(aBlob("", { isBinary: true, text: null })), "binary"],
    ["a file beyond the limit", texts(aBlob("x", { byteSize: 5_000_000, isTruncated: true })), "too-large"],
    ["a file that is not there", texts(null), "absent"],
  ])("%s is named as such", async (_name, replies, unread) => {
    const snapshot = await snapshotOf(replies);

    expect(snapshot.texts[0]?.head).toMatchObject({ text: null, unread });
  });

  it("a text that GraphQL has cut is read whole", async () => {
    const whole = "word ".repeat(100);
    const snapshot = await snapshotOf({
      ...texts(aBlob("word", { isTruncated: true, byteSize: whole.length })),
      [`GET /repos/acme/specification/git/blobs/${"2".repeat(40)}`]: { encoding: "base64", content: Buffer.from(whole).toString("base64") },
    });

    expect(snapshot.texts[0]?.head.text).toBe(whole);
  });

  it("bytes that are no UTF-8 are binary", async () => {
    const snapshot = await snapshotOf({
      ...texts(aBlob("x", { isTruncated: true, byteSize: 3 })),
      [`GET /repos/acme/specification/git/blobs/${"2".repeat(40)}`]: {
        encoding: "base64",
        content: Buffer.from([0xff, 0xfe, 0x00]).toString("base64"),
      },
    });

    expect(snapshot.texts[0]?.head.unread).toBe("binary");
  });
});

describe("who wrote a comment decides whose it is", () => {
  it.each([
    ["the App's own, with its marker", { viewerDidAuthor: true, author: bot, body: marker }, 1],
    ["the App's own, seen by another token", { author: bot, body: marker }, 1],
    ["a person's with a copied marker", { body: marker }, 0],
    ["a person's whose login ends like the App's", { author: aUser("steward"), body: marker }, 0],
    ["another App's with a copied marker", { author: { ...bot, login: "imitator" }, body: marker }, 0],
    ["one whose author was deleted", { author: null, body: marker }, 0],
    ["the App's own without a marker", { viewerDidAuthor: true, author: bot, body: "x" }, 0],
  ])("%s", async (_name, comment, count) => {
    const snapshot = await snapshotOf({
      pullRequest: aPullRequestAnswer({ comments: aPage([aCommentAnswer(comment)]) }),
      texts: aTextsAnswer(),
    });

    expect(snapshot.pullRequest.ownComments).toHaveLength(count);
  });

  it("ids beyond 32 bits stay whole", async () => {
    const comments = aPage([aCommentAnswer({ viewerDidAuthor: true, author: bot, body: marker })]);
    const snapshot = await snapshotOf({ pullRequest: aPullRequestAnswer({ comments }), texts: aTextsAnswer() });

    expect(snapshot.pullRequest.ownComments[0]).toMatchObject({ id: 3400000001, author: { login: self.login, bot: true } });
  });
});

describe("the timeline", () => {
  it("tells who set labels and who was asked, and leaves out what GitHub does not show", async () => {
    const at = { id: "E_1", createdAt: "2026-11-23T08:00:00Z" };
    const timelineItems = aPage([
      { __typename: "LabeledEvent", ...at, actor: aUser("noor", 5), label: { name: "domain: tasks" } },
      { __typename: "UnlabeledEvent", ...at, actor: null, label: { name: "draft" } },
      { __typename: "ReviewRequestedEvent", ...at, actor: bot, requestedReviewer: { __typename: "Team", slug: "core" } },
      { __typename: "ReviewRequestRemovedEvent", ...at, actor: aUser("noor", 5), requestedReviewer: { __typename: "User", login: "ravi" } },
      { __typename: "ReviewRequestedEvent", ...at, actor: bot, requestedReviewer: null },
    ]);
    const { pullRequest } = await snapshotOf({ pullRequest: aPullRequestAnswer({ timelineItems }), texts: aTextsAnswer() });

    expect(pullRequest.labelEvents.map(({ action, label, actor }) => [action, label, actor.login])).toEqual([
      ["labeled", "domain: tasks", "noor"],
      ["unlabeled", "draft", "ghost"],
    ]);
    expect(pullRequest.reviewRequestEvents.map(({ action, reviewer, team }) => [action, reviewer, team])).toEqual([
      ["requested", "core", true],
      ["removed", "ravi", false],
    ]);
  });
});

describe("the check on the head", () => {
  const run = { databaseId: 7, name: "Steward", status: "COMPLETED", conclusion: "SUCCESS", externalId: "digest" };
  const commit = (oid: string, runs: readonly unknown[]) => ({ commit: { oid, checkSuites: { nodes: [{ checkRuns: { nodes: runs } }] } } });

  it("is the newest of this App", async () => {
    const commits = { nodes: [commit(headSha, [run, { ...run, databaseId: 9, conclusion: "ACTION_REQUIRED" }])] };
    const { checks } = await snapshotOf({ pullRequest: aPullRequestAnswer({ commits }), texts: aTextsAnswer() });

    expect(checks.map(({ id, conclusion }) => [id, conclusion])).toEqual([
      [9, "action_required"],
      [7, "success"],
    ]);
  });

  it("is asked for by itself when the last listed commit is not the head", async () => {
    const { reading, sent } = read({
      pullRequest: aPullRequestAnswer({ commits: { nodes: [commit("8".repeat(40), [run])] } }),
      checks: { data: { repository: { object: commit(headSha, []).commit } } },
      texts: aTextsAnswer(),
    });

    expect((await reading)?.snapshot.checks).toEqual([]);
    expect(sent.map(({ what }) => what)).toContain("checks");
  });

  it("has no conclusion that counts while it is not completed, or is of a kind that Steward never gives", async () => {
    const commits = {
      nodes: [
        commit(headSha, [
          { ...run, status: "IN_PROGRESS" },
          { ...run, databaseId: 6, conclusion: "SKIPPED" },
        ]),
      ],
    };
    const { checks } = await snapshotOf({ pullRequest: aPullRequestAnswer({ commits }), texts: aTextsAnswer() });

    expect(checks.map(({ conclusion }) => conclusion)).toEqual([null, null]);
  });
});

describe("an answer that is not whole is a fault that says what was asked", () => {
  it.each<[string, unknown]>([
    ["cut off", ""],
    ["without data", {}],
    ["null", { data: null }],
    ["with a list missing", { data: { repository: { ...aPullRequestAnswer().data.repository, labels: null } } }],
    [
      "with errors beside data",
      {
        ...aPullRequestAnswer(),
        errors: [
          { type: "FORBIDDEN", path: ["repository", "pullRequest", "reviewRequests"], message: "Resource not accessible by integration" },
        ],
      },
    ],
    [
      "without the repository",
      { data: { repository: null }, errors: [{ type: "NOT_FOUND", path: ["repository"], message: "Could not resolve to a Repository" }] },
    ],
    [
      "with a next page and no cursor",
      aPullRequestAnswer({ comments: { nodes: [], totalCount: 0, pageInfo: { hasNextPage: true, endCursor: null } } }),
    ],
  ])("%s", async (_name, body) => {
    const { reading } = read({ pullRequest: body });

    await expect(reading).rejects.toThrow(GitHubFault);
    await expect(reading).rejects.toThrow("pull request 12 of acme/specification");
  });

  it("a file that was asked for and is not in the answer", async () => {
    const { head0: _cut, ...repository } = aTextsAnswer().data.repository;

    await expect(read({ pullRequest: aPullRequestAnswer(), texts: { data: { repository } } }).reading).rejects.toThrow("lacks head0");
  });
});

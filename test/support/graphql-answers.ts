import { baseSha, headSha } from "./snapshot.ts";

/** Answers to the adapter's queries, as GitHub gives them; each part can be replaced. */
type Part = Readonly<Record<string, unknown>>;

const treeId = "1".repeat(40);
const empty = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

export function aPage(nodes: readonly unknown[], endCursor: string | null = null) {
  return { nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor }, totalCount: nodes.length };
}

export function aUser(login: string, databaseId = 1) {
  return { __typename: "User", login, databaseId };
}

export function aCommentAnswer(parts: Part = {}) {
  return {
    fullDatabaseId: "3400000001",
    viewerDidAuthor: false,
    author: aUser("noor"),
    body: "Nice",
    createdAt: "2026-11-23T08:00:00Z",
    lastEditedAt: null,
    editor: null,
    reactionGroups: [],
    ...parts,
  };
}

export function aPullRequestAnswer(pullRequest: Part = {}, repository: Part = {}) {
  return {
    data: {
      rateLimit: { cost: 1, remaining: 4999 },
      repository: {
        databaseId: 77,
        defaultBranchRef: { name: "main", target: { oid: "c".repeat(40) } },
        governance: { oid: treeId },
        labels: empty,
        pullRequest: {
          number: 12,
          url: "https://github.com/acme/specification/pull/12",
          title: "A proposal",
          state: "OPEN",
          isDraft: false,
          locked: false,
          author: aUser("mira", 101),
          createdAt: "2026-11-23T08:59:30Z",
          closedAt: null,
          mergedAt: null,
          mergedBy: null,
          isCrossRepository: false,
          headRefName: "a-proposal",
          headRef: { id: "REF_1" },
          baseRefName: "main",
          baseRefOid: baseSha,
          headRefOid: headSha,
          labels: { nodes: [] },
          assignees: { nodes: [] },
          reviewRequests: { nodes: [] },
          files: aPage([{ path: "seps/0000-x.md", changeType: "ADDED" }]),
          comments: aPage([]),
          timelineItems: empty,
          reviews: empty,
          reviewThreads: empty,
          closings: { nodes: [] },
          commits: { nodes: [{ commit: { oid: headSha, checkSuites: { nodes: [] } } }] },
          ...pullRequest,
        },
        ...repository,
      },
    },
  };
}

export function aBlob(text: string, parts: Part = {}) {
  return {
    __typename: "Blob",
    oid: "2".repeat(40),
    byteSize: Buffer.byteLength(text),
    isBinary: false,
    isTruncated: false,
    text,
    ...parts,
  };
}

export function aTextsAnswer(parts: Part = {}) {
  return {
    data: {
      rateLimit: { cost: 1, remaining: 4999 },
      repository: {
        folder: { __typename: "Tree", entries: [{ name: "0000-x.md", mode: 0o100644, type: "blob", oid: "2".repeat(40) }] },
        base0: null,
        head0: aBlob("# SEP-0000: X\n"),
        ...parts,
      },
    },
  };
}

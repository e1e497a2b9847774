import type {
  Actor,
  ChangedFile,
  Comment,
  FileAtCommit,
  FilePair,
  PullRequestFacts,
  RepositoryFacts,
  Review,
  Snapshot,
} from "../../src/domain/snapshot.ts";
import { digestOf } from "../../src/kernel/digest.ts";
import { epochMilliseconds, instant } from "../../src/kernel/instant.ts";

/** The App, as every built snapshot knows it. */
export const self = { appId: 4242, login: "steward[bot]" } as const;
export const selfActor: Actor = { id: 9001, login: self.login, bot: true };

export const baseSha = "b".repeat(40);
export const headSha = "a".repeat(40);
const proposalFolder = "seps/";

export interface SnapshotParts extends Partial<Omit<Snapshot, "repository" | "pullRequest">> {
  readonly repository?: Partial<RepositoryFacts>;
  readonly pullRequest?: Partial<PullRequestFacts>;
  /** Files that the pull request adds: path to text. Fills `files`, `texts` and `folder`. */
  readonly adds?: Readonly<Record<string, string>>;
  /** Files that it changes: path to both sides. */
  readonly edits?: Readonly<Record<string, { readonly base: string; readonly head: string }>>;
  /** Files whose text no pass reads. */
  readonly touches?: readonly string[];
}

/** A snapshot of a plain open pull request; whatever is given replaces a part of it. */
export function aSnapshot({ repository, pullRequest, adds = {}, edits = {}, touches = [], ...rest }: SnapshotParts = {}): Snapshot {
  const added: FilePair[] = Object.entries(adds).map(([path, text]) => ({ path, base: anAbsentFile(path), head: aFile(path, text) }));
  const edited: FilePair[] = Object.entries(edits).map(([path, { base, head }]) => ({
    path,
    base: aFile(path, base),
    head: aFile(path, head),
  }));
  const files: ChangedFile[] = [
    ...added.map(({ path }) => ({ path, change: "added" as const })),
    ...edited.map(({ path }) => ({ path, change: "modified" as const })),
    ...touches.map((path) => ({ path, change: "modified" as const })),
  ];
  const inFolder = files.filter(({ path }) => path.startsWith(proposalFolder) && !path.slice(proposalFolder.length).includes("/"));
  return {
    takenAt: instant("2026-11-23T09:00:00Z"),
    self,
    repository: {
      id: 77,
      owner: "acme",
      name: "specification",
      defaultBranch: "main",
      defaultCommit: "c".repeat(40),
      labels: [],
      ...repository,
    },
    pullRequest: {
      number: 12,
      url: "https://github.com/acme/specification/pull/12",
      title: "A proposal",
      state: "open",
      draft: false,
      locked: false,
      author: aPerson("mira", 101),
      createdAt: instant("2026-11-23T08:59:30Z"),
      closedAt: null,
      closedBy: null,
      mergedAt: null,
      baseRef: "main",
      baseSha,
      headSha,
      headRef: "a-proposal",
      headIsHere: false,
      labels: [],
      assignees: [],
      requestedUsers: [],
      requestedTeams: [],
      files,
      filesTruncated: false,
      ownComments: [],
      conversation: [],
      reviews: [],
      ownReviews: [],
      ownSuggestions: [],
      assignmentEvents: [],
      labelEvents: [],
      reviewRequestEvents: [],
      ...pullRequest,
    },
    folder: inFolder.map(({ path }) => ({ name: path.slice(proposalFolder.length), kind: "file" })),
    texts: [...added, ...edited],
    headFiles: [
      ...[...added, ...edited].map(({ path, head }) => ({ path, blob: digestOf(head.text) })),
      ...touches.map((path) => ({ path, blob: digestOf(path) })),
    ],
    governanceAtHead: null,
    checks: [],
    ...rest,
  };
}

export function aPerson(login: string, id: number | null = null): Actor {
  return { id, login, bot: false };
}

export function aFile(path: string, text: string): FileAtCommit {
  return { path, text, bytes: Buffer.byteLength(text), unread: null };
}

export function anAbsentFile(path: string): FileAtCommit {
  return { path, text: null, bytes: 0, unread: "absent" };
}

export function anUnreadFile(path: string, unread: "not-regular" | "binary" | "too-large", bytes = 0): FileAtCommit {
  return { path, text: null, bytes, unread };
}

/** A comment that the App itself wrote. */
export function anOwnComment(id: number, body: string): Comment {
  return { ...aComment(id, body, selfActor), createdAt: instant("2026-11-23T08:59:40Z") };
}

/** What a person says, created a minute before the snapshot is taken and `id` seconds later, so that ids and times agree. */
export function aComment(id: number, body: string, author: Actor = aPerson("noor", 102), parts: Partial<Comment> = {}): Comment {
  const createdAt = instant(epochMilliseconds(instant("2026-11-23T08:59:00Z")) + id * 1000);
  return { id, author, body, createdAt, editedAt: null, editor: null, viaApp: null, reacted: false, ...parts };
}

/** A person's review of the head. */
export function aReview(id: number, verdict: Review["verdict"], author: Actor = aPerson("noor", 102), parts: Partial<Review> = {}): Review {
  const submittedAt = instant(epochMilliseconds(instant("2026-11-23T08:59:00Z")) + id * 1000);
  return { id, author, body: "", verdict, submittedAt, editedAt: null, commit: headSha, ...parts };
}

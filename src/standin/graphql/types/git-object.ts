import { timestamp } from "../../clock.ts";
import { type Commit, findEntry, isBinary, type Signature, type TreeEntry } from "../../git/index.ts";
import type { Account, Repository } from "../../store/index.ts";
import { accountOf, nodeId, repositoryPage } from "../../view/index.ts";
import { byId, connect, connectWalk, inOrder, type PageArgs } from "../connection.ts";
import { requireRead } from "../context.ts";
import { walkHistory } from "../history.ts";
import { findObject, type GitThing } from "../revision.ts";
import { connectionSdl, type Fields, type TypeModule } from "../type-module.ts";
import { actor } from "./actor.ts";

/** A ref, and where it points. */
export interface RefThing {
  readonly repository: Repository;
  /** Whole name, such as `refs/heads/main`. */
  readonly ref: string;
}

/** GitHub cuts longer texts exactly here: https://github.com/sveltia/sveltia-cms/issues/950 */
const longestText = 512_000;

const gitObject: Fields<GitThing> = {
  id: ({ repository, oid, kind }) => nodeId(typeNames[kind], `${repository.id}:${oid}`),
  oid: ({ oid }) => oid,
  abbreviatedOid: ({ oid }) => oid.slice(0, 7),
  repository: ({ repository }) => repository,
  commitUrl: ({ repository, oid }, _, { hub }) => `${repositoryPage(hub, repository)}/commit/${oid}`,
};

const typeNames = { blob: "Blob", tree: "Tree", commit: "Commit" } as const;

const blobFields: Fields<GitThing> = {
  ...gitObject,
  byteSize: (thing) => dataOf(thing).length,
  isBinary: (thing) => isBinary(dataOf(thing)),
  isTruncated: (thing) => dataOf(thing).length > longestText,
  text(thing) {
    const data = dataOf(thing);
    return isBinary(data) ? null : cutText(data);
  },
};

const treeFields: Fields<GitThing> = {
  ...gitObject,
  entries: (tree) => (tree.repository.objects.tree(tree.oid) ?? []).map((entry): EntryThing => ({ tree, entry })),
};

interface EntryThing {
  readonly tree: GitThing;
  readonly entry: TreeEntry;
}

const entryFields: Fields<EntryThing> = {
  name: ({ entry }) => entry.name,
  nameRaw: ({ entry }) => Buffer.from(entry.name).toString("base64"),
  path: pathOf,
  mode: ({ entry }) => Number.parseInt(entry.mode, 8),
  oid: ({ entry }) => entry.sha,
  type: ({ entry }) => (entry.mode === "040000" ? "tree" : entry.mode === "160000" ? "commit" : "blob"),
  repository: ({ tree }) => tree.repository,
  size: ({ tree, entry }) => tree.repository.objects.blob(entry.sha)?.length ?? 0,
  // A submodule's commit lives in another repository.
  object: (thing) => (thing.entry.mode === "160000" ? null : findObject(thing.tree.repository, thing.entry.sha, pathOf(thing))),
};

const commitFields: Fields<GitThing> = {
  ...gitObject,
  message: (commit) => commitOf(commit).message,
  messageHeadline: (commit) => commitOf(commit).message.split("\n", 1)[0],
  messageBody: (commit) => commitOf(commit).message.split("\n").slice(1).join("\n").trim(),
  authoredDate: (commit) => timestamp(commitOf(commit).author.seconds * 1_000),
  committedDate: (commit) => timestamp(commitOf(commit).committer.seconds * 1_000),
  author: (commit) => commitOf(commit).author,
  committer: (commit) => commitOf(commit).committer,
  tree: (commit) => findObject(commit.repository, commitOf(commit).tree, ""),
  parents: (commit, page: PageArgs) =>
    connect(inOrder(commitOf(commit).parents.map((oid) => findObject(commit.repository, oid, ""))), page),
  file(commit, { path }: { path: string }) {
    const { repository } = commit;
    const entry = findEntry(repository.objects, commitOf(commit).tree, path);
    const folder = path.split("/").slice(0, -1).join("/");
    const tree = entry && path !== "" && findEntry(repository.objects, commitOf(commit).tree, folder);
    return tree ? { tree: findObject(repository, tree.sha, folder), entry } : null;
  },
  history(commit, { path = null, ...page }: PageArgs & { path?: string | null }) {
    const { repository, oid } = commit;
    const walk = () => walkHistory(repository.objects, oid, path);
    return connectWalk(walk, (sha) => findObject(repository, sha, ""), page);
  },
  checkSuites({ repository, oid }, { filterBy, ...page }: PageArgs & { filterBy?: SuiteFilter | null }, context) {
    requireRead(context, repository, "checks");
    const suites = (repository.checkSuites.get(oid) ?? []).filter(
      ({ app, runs }) =>
        (filterBy?.appId == null || app.id === filterBy.appId) &&
        (filterBy?.checkName == null || runs.some(({ name }) => name === filterBy.checkName)),
    );
    return connect(byId(suites), page);
  },
  url: ({ repository, oid }, _, { hub }) => `${repositoryPage(hub, repository)}/commit/${oid}`,
};

interface SuiteFilter {
  readonly appId?: number | null;
  readonly checkName?: string | null;
}

const signatureFields: Fields<Signature> = {
  name: ({ name }) => name,
  email: ({ email }) => email,
  date: ({ seconds }) => timestamp(seconds * 1_000),
  user(signature, _, { hub }): Account | null {
    const account = accountOf(hub, signature);
    return account?.kind === "User" ? actor(account) : null;
  },
};

const refFields: Fields<RefThing> = {
  id: ({ repository, ref }) => nodeId("Ref", `${repository.id}:${ref}`),
  name: ({ ref }) => ref.replace(/^refs\/[^/]+\//, ""),
  prefix: ({ ref }) => /^refs\/[^/]+\//.exec(ref)?.[0] ?? "refs/",
  repository: ({ repository }) => repository,
  target: ({ repository, ref }) => findObject(repository, repository.refs.get(ref) ?? "", ""),
};

function commitOf({ repository, oid }: GitThing): Commit {
  return repository.objects.knownCommit(oid);
}

function dataOf({ repository, oid }: GitThing): Buffer {
  return repository.objects.blob(oid) ?? Buffer.alloc(0);
}

function pathOf({ tree, entry }: EntryThing): string | null {
  if (tree.path === null) return null;
  return tree.path === "" ? entry.name : `${tree.path}/${entry.name}`;
}

// A character that the cut goes through is left out.
function cutText(data: Buffer): string {
  if (data.length <= longestText) return data.toString("utf8");
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(data.subarray(0, longestText), { stream: true });
}

const pages = "after: String, before: String, first: Int, last: Int";
const objectSdl = "id: ID! oid: GitObjectID! abbreviatedOid: String! commitUrl: URI! repository: Repository!";

export const gitTypes: TypeModule = {
  sdl: /* GraphQL */ `
  interface GitObject { ${objectSdl} }
  type Blob implements GitObject & Node { ${objectSdl} byteSize: Int! isBinary: Boolean isTruncated: Boolean! text: String }
  type Tree implements GitObject & Node { ${objectSdl} entries: [TreeEntry!] }
  type TreeEntry {
    mode: Int!
    name: String!
    nameRaw: Base64String!
    object: GitObject
    oid: GitObjectID!
    path: String
    repository: Repository!
    size: Int!
    type: String!
  }
  type Commit implements GitObject & Node {
    ${objectSdl}
    author: GitActor
    authoredDate: DateTime!
    checkSuites(${pages}, filterBy: CheckSuiteFilter): CheckSuiteConnection
    committedDate: DateTime!
    committer: GitActor
    file(path: String!): TreeEntry
    history(${pages}, path: String): CommitHistoryConnection!
    message: String!
    messageBody: String!
    messageHeadline: String!
    parents(${pages}): CommitConnection!
    tree: Tree!
    url: URI!
  }
  type CommitHistoryConnection { edges: [CommitEdge] nodes: [Commit] pageInfo: PageInfo! totalCount: Int! }
  ${connectionSdl("CommitConnection", "Commit")}
  type GitActor { date: GitTimestamp email: String name: String user: User }
  type Ref implements Node { id: ID! name: String! prefix: String! repository: Repository! target: GitObject }
  ${connectionSdl("RefConnection", "Ref")}`,
  types: {
    Blob: blobFields,
    Tree: treeFields,
    TreeEntry: entryFields,
    Commit: commitFields,
    GitActor: signatureFields,
    Ref: refFields,
  },
  abstract: { GitObject: ({ kind }: GitThing) => typeNames[kind] },
};

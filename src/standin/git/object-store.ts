import { createHash } from "node:crypto";

/** Git's file modes: regular, executable, symbolic link, folder, submodule. */
export type Mode = "100644" | "100755" | "120000" | "040000" | "160000";

export interface TreeEntry {
  readonly name: string;
  readonly mode: Mode;
  readonly sha: string;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** Seconds since 1970. */
  readonly seconds: number;
}

export interface Commit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

type StoredObject =
  | { readonly type: "blob"; readonly data: Buffer }
  | { readonly type: "tree"; readonly entries: readonly TreeEntry[] }
  | { readonly type: "commit"; readonly commit: Commit; readonly generation: number };

export type ObjectType = StoredObject["type"];

/** The id of Git's empty tree, the same in every repository. */
export const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** Git objects under their real SHA-1 ids, in memory. A repository and its forks share one, as on GitHub. */
export class ObjectStore {
  readonly #objects = new Map<string, StoredObject>();

  constructor() {
    this.putTree([]);
  }

  putBlob(data: Buffer): string {
    const sha = createHash("sha1").update(`blob ${data.length}\0`).update(data).digest("hex");
    if (!this.#objects.has(sha)) this.#objects.set(sha, { type: "blob", data: ownCopy(data) });
    return sha;
  }

  putTree(entries: readonly TreeEntry[]): string {
    const sorted = entries.toSorted((a, b) => compareNames(sortKey(a), sortKey(b)));
    const length = sorted.reduce((sum, entry) => sum + Buffer.byteLength(header(entry)) + 20, 0);
    const hash = createHash("sha1").update(`tree ${length}\0`);
    for (const entry of sorted) hash.update(header(entry)).update(entry.sha, "hex");
    const sha = hash.digest("hex");
    if (!this.#objects.has(sha)) this.#objects.set(sha, { type: "tree", entries: sorted });
    return sha;
  }

  /** Throws when a parent is absent: its depth decides merge bases. */
  putCommit(commit: Commit): string {
    const data = serialise(commit);
    const sha = createHash("sha1")
      .update(`commit ${Buffer.byteLength(data)}\0`)
      .update(data)
      .digest("hex");
    if (this.#objects.has(sha)) return sha;
    const generation = 1 + Math.max(0, ...commit.parents.map((parent) => this.generation(parent)));
    this.#objects.set(sha, { type: "commit", commit, generation });
    return sha;
  }

  typeOf(sha: string): ObjectType | undefined {
    return this.#objects.get(sha)?.type;
  }

  blob(sha: string): Buffer | undefined {
    const found = this.#objects.get(sha);
    return found?.type === "blob" ? found.data : undefined;
  }

  tree(sha: string): readonly TreeEntry[] | undefined {
    const found = this.#objects.get(sha);
    return found?.type === "tree" ? found.entries : undefined;
  }

  commit(sha: string): Commit | undefined {
    const found = this.#objects.get(sha);
    return found?.type === "commit" ? found.commit : undefined;
  }

  /** The commit, for callers that know it exists. */
  knownCommit(sha: string): Commit {
    const found = this.commit(sha);
    if (!found) throw new Error(`No commit ${sha} in this object store.`);
    return found;
  }

  /** Length of the longest path to a root commit; a parent's is always smaller. */
  generation(sha: string): number {
    const found = this.#objects.get(sha);
    if (found?.type !== "commit") throw new Error(`No commit ${sha} in this object store.`);
    return found.generation;
  }
}

/** How Git orders the entries of a tree: by bytes, with a slash after the names of folders. */
export function sortKey(entry: TreeEntry): string {
  return entry.mode === "040000" ? `${entry.name}/` : entry.name;
}

/** By the bytes of UTF-8. JavaScript's own order differs for surrogates only. */
export function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  if (surrogate.test(a) || surrogate.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

const surrogate = /[\ud800-\udfff]/;

// Small buffers are cut from shared ones: keeping one would keep all of what it was cut from.
function ownCopy(data: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(data.length);
  data.copy(copy);
  return copy;
}

// Git writes folders as 40000, without the leading zero that its API shows.
function header(entry: TreeEntry): string {
  return `${entry.mode === "040000" ? "40000" : entry.mode} ${entry.name}\0`;
}

function serialise(commit: Commit): string {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${signature(commit.author)}`,
    `committer ${signature(commit.committer)}`,
  ];
  return `${lines.join("\n")}\n\n${commit.message}`;
}

function signature(by: Signature): string {
  return `${by.name} <${by.email}> ${by.seconds} +0000`;
}

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
    const sha = hash("blob", data);
    if (!this.#objects.has(sha)) this.#objects.set(sha, { type: "blob", data });
    return sha;
  }

  putTree(entries: readonly TreeEntry[]): string {
    const sorted = entries.toSorted(byTreeOrder);
    const sha = hash("tree", Buffer.concat(sorted.flatMap((entry) => [Buffer.from(header(entry)), Buffer.from(entry.sha, "hex")])));
    if (!this.#objects.has(sha)) this.#objects.set(sha, { type: "tree", entries: sorted });
    return sha;
  }

  /** Throws when a parent is absent: its depth decides merge bases. */
  putCommit(commit: Commit): string {
    const sha = hash("commit", Buffer.from(serialise(commit)));
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

function hash(type: ObjectType, data: Buffer): string {
  return createHash("sha1").update(`${type} ${data.length}\0`).update(data).digest("hex");
}

// Git writes folders as 40000, without the leading zero that its API shows.
function header(entry: TreeEntry): string {
  return `${entry.mode === "040000" ? "40000" : entry.mode} ${entry.name}\0`;
}

// Git compares bytes, with a slash after the names of folders.
function byTreeOrder(a: TreeEntry, b: TreeEntry): number {
  return Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b)));
}

function sortKey(entry: TreeEntry): string {
  return entry.mode === "040000" ? `${entry.name}/` : entry.name;
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

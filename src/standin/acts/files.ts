import { Fail } from "../fail.ts";
import { changeTree, emptyTree, type PathChange, type Signature } from "../git/index.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Account, Repository } from "../store/index.ts";
import { noreplyEmail } from "../view/index.ts";
import { moveRef } from "./move-ref.ts";

export interface FileCommit {
  readonly branch: string;
  readonly message: string;
  readonly changes: ReadonlyMap<string, PathChange>;
  readonly author?: Signature;
  readonly committer?: Signature;
}

/** Commits changes on top of a branch, or as the first commit of a repository, and moves the branch there. */
export function commitFiles(hub: Hub, actor: Actor, repository: Repository, wanted: FileCommit): string {
  for (const path of wanted.changes.keys()) checkPath(path);
  const { objects, refs } = repository;
  const ref = `refs/heads/${wanted.branch}`;
  const parent = refs.get(ref);
  const base = parent === undefined ? emptyTree : objects.knownCommit(parent).tree;
  const by = signatureOf(hub, actor.account);
  const commit = objects.putCommit({
    tree: changeTree(objects, base, wanted.changes),
    parents: parent === undefined ? [] : [parent],
    author: wanted.author ?? by,
    committer: wanted.committer ?? wanted.author ?? by,
    message: wanted.message,
  });
  moveRef(hub, actor, repository, ref, commit);
  return commit;
}

/** Who signs a commit that an account makes through the API, now. */
export function signatureOf(hub: Hub, account: Account): Signature {
  return {
    name: account.name ?? account.login,
    email: account.email ?? noreplyEmail(account),
    seconds: Math.floor(hub.clock.milliseconds() / 1_000),
  };
}

/** Refuses what Git cannot hold: empty, relative or `.git` parts. */
export function checkPath(path: string): void {
  const parts = path.split("/");
  if (path.includes("\0") || parts.some((part) => part === "" || part === "." || part === ".." || part.toLowerCase() === ".git")) {
    throw new Fail(422, "path contains a malformed path component");
  }
}

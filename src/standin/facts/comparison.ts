import { compareTrees, emptyTree, type FileChange, findMergeBase, listCommits, type ObjectStore, patchOf } from "../git/index.ts";
import type { Pull } from "../store/index.ts";

export interface Comparison {
  /** Undefined when the histories are unrelated. */
  readonly mergeBase: string | undefined;
  readonly files: readonly FileChange[];
  /** Commits of the head that the base has not, oldest first. */
  readonly commits: readonly string[];
}

/** Enough for the pull requests in work at a time; older answers are computed again. */
const kept = 4_000;
const cache = new WeakMap<ObjectStore, Map<string, Comparison>>();

/** What `head` brings over its merge base with `base`: what a pull request shows. */
export function compareCommits(objects: ObjectStore, base: string, head: string): Comparison {
  const known = cache.get(objects) ?? new Map<string, Comparison>();
  cache.set(objects, known);
  const key = `${base}:${head}`;
  const found = known.get(key);
  if (found) return found;
  const mergeBase = findMergeBase(objects, base, head);
  const from = mergeBase === undefined ? emptyTree : objects.knownCommit(mergeBase).tree;
  const comparison = {
    mergeBase,
    files: compareTrees(objects, from, objects.knownCommit(head).tree),
    commits: listCommits(objects, base, head),
  };
  if (known.size >= kept) known.clear();
  known.set(key, comparison);
  return comparison;
}

/** What a pull request changes, against its base as it stood when the head last moved. */
export function comparePull(pull: Pull): Comparison {
  return compareCommits(pull.issue.repository.objects, pull.baseSha, pull.headSha);
}

/** Totals that GitHub shows on the pull request itself. */
export function countChanges(pull: Pull): { commits: number; changedFiles: number; additions: number; deletions: number } {
  const { files, commits } = comparePull(pull);
  const patches = files.map((file) => patchOf(pull.issue.repository.objects, file));
  return {
    commits: commits.length,
    changedFiles: files.length,
    additions: patches.reduce((sum, patch) => sum + patch.additions, 0),
    deletions: patches.reduce((sum, patch) => sum + patch.deletions, 0),
  };
}

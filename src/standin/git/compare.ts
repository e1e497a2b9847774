import { compareNames, emptyTree, type ObjectStore, sortKey, type TreeEntry } from "./object-store.ts";
import { similarity } from "./similarity.ts";

type FileStatus = "added" | "removed" | "modified" | "renamed" | "changed";

/** One changed leaf of two trees; folders never appear. */
export interface FileChange {
  readonly path: string;
  /** Set for renames only. */
  readonly previousPath: string | null;
  readonly status: FileStatus;
  readonly before: TreeEntry | null;
  readonly after: TreeEntry | null;
}

/** GitHub's own limit on rename detection is not published; Git's default is 1,000 candidates. */
const renameCandidates = 1_000;

/** What changed from one tree to another, by path, with renames found as Git finds them (half alike or more). */
export function compareTrees(objects: ObjectStore, before: string, after: string): FileChange[] {
  const changes = [...leafChanges(objects, before, after, "")];
  return withRenames(objects, changes).sort((a, b) => compareNames(a.path, b.path));
}

// Both trees are in Git's order, so one walk along both is enough; a file and a folder of one name are two entries there.
function* leafChanges(objects: ObjectStore, before: string, after: string, prefix: string): Generator<FileChange> {
  if (before === after) return;
  const old = objects.tree(before) ?? [];
  const young = objects.tree(after) ?? [];
  let [at, to] = [0, 0];
  while (at < old.length || to < young.length) {
    const [first, second] = [old[at], young[to]];
    const order = !first ? 1 : !second ? -1 : compareNames(sortKey(first), sortKey(second));
    const was = order <= 0 ? first : undefined;
    const is = order >= 0 ? second : undefined;
    if (was) at += 1;
    if (is) to += 1;
    if (was?.sha === is?.sha && was?.mode === is?.mode) continue;
    yield* entryChanges(objects, was, is, prefix);
  }
}

function* entryChanges(objects: ObjectStore, was: TreeEntry | undefined, is: TreeEntry | undefined, prefix: string): Generator<FileChange> {
  const path = prefix + (was ?? is)?.name;
  if (was?.mode === "040000" || is?.mode === "040000") yield* leafChanges(objects, was?.sha ?? emptyTree, is?.sha ?? emptyTree, `${path}/`);
  else yield { path, previousPath: null, status: leafStatus(was, is), before: was ?? null, after: is ?? null };
}

function leafStatus(was: TreeEntry | undefined, is: TreeEntry | undefined): FileStatus {
  if (!was) return "added";
  if (!is) return "removed";
  return was.sha === is.sha ? "changed" : "modified";
}

function withRenames(objects: ObjectStore, changes: readonly FileChange[]): FileChange[] {
  const removed = changes.filter((change) => change.status === "removed");
  const added = changes.filter((change) => change.status === "added");
  if (removed.length === 0 || added.length === 0 || removed.length * added.length > renameCandidates) return [...changes];
  const taken = new Set<FileChange>();
  const renames: FileChange[] = [];
  for (const to of added) {
    const best = removed
      .filter((from) => !taken.has(from) && from.before?.mode === to.after?.mode)
      .map((from) => ({ from, alike: likeness(objects, from.before, to.after) }))
      .sort((a, b) => b.alike - a.alike)[0];
    if (!best || best.alike < 0.5) continue;
    taken.add(best.from).add(to);
    renames.push({ path: to.path, previousPath: best.from.path, status: "renamed", before: best.from.before, after: to.after });
  }
  return [...changes.filter((change) => !taken.has(change)), ...renames];
}

function likeness(objects: ObjectStore, from: TreeEntry | null, to: TreeEntry | null): number {
  if (!from || !to) return 0;
  if (from.sha === to.sha) return 1;
  return similarity(objects.blob(from.sha), objects.blob(to.sha));
}

import { emptyTree, type ObjectStore, type TreeEntry } from "./object-store.ts";
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
  return withRenames(objects, changes).sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}

function* leafChanges(objects: ObjectStore, before: string, after: string, prefix: string): Generator<FileChange> {
  if (before === after) return;
  const old = new Map((objects.tree(before) ?? []).map((entry) => [entry.name, entry]));
  const young = new Map((objects.tree(after) ?? []).map((entry) => [entry.name, entry]));
  for (const name of new Set([...old.keys(), ...young.keys()])) {
    const was = old.get(name);
    const is = young.get(name);
    if (was?.sha === is?.sha && was?.mode === is?.mode) continue;
    const path = prefix + name;
    const wasFolder = was?.mode === "040000";
    const isFolder = is?.mode === "040000";
    if (wasFolder || isFolder) {
      yield* leafChanges(objects, wasFolder ? was.sha : emptyTree, isFolder ? is.sha : emptyTree, `${path}/`);
    }
    const wasLeaf = was && !wasFolder ? was : null;
    const isLeaf = is && !isFolder ? is : null;
    if (!wasLeaf && !isLeaf) continue;
    yield { path, previousPath: null, status: leafStatus(wasLeaf, isLeaf), before: wasLeaf, after: isLeaf };
  }
}

function leafStatus(was: TreeEntry | null, is: TreeEntry | null): FileStatus {
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

import { emptyTree, type Mode, type ObjectStore, type TreeEntry } from "./object-store.ts";

/** What is to stand at a path: an entry, or null to take it away. */
export type PathChange = { readonly mode: Mode; readonly sha: string } | null;

/** The entry at a path; an empty path gives the tree itself. Undefined when nothing is there. */
export function findEntry(objects: ObjectStore, tree: string, path: string): TreeEntry | undefined {
  let entry: TreeEntry | undefined = { name: "", mode: "040000", sha: tree };
  for (const name of path.split("/").filter((part) => part !== "")) {
    if (entry?.mode !== "040000") return undefined;
    entry = objects.tree(entry.sha)?.find((candidate) => candidate.name === name);
  }
  return entry;
}

/** Every entry below a tree with its whole path, folders before what is in them. */
export function* walkTree(objects: ObjectStore, tree: string, prefix = ""): Generator<TreeEntry & { readonly path: string }> {
  for (const entry of objects.tree(tree) ?? []) {
    const path = prefix + entry.name;
    yield { ...entry, path };
    if (entry.mode === "040000") yield* walkTree(objects, entry.sha, `${path}/`);
  }
}

/** A new tree with the changes applied; folders left empty disappear, as Git has none. */
export function changeTree(objects: ObjectStore, tree: string, changes: ReadonlyMap<string, PathChange>): string {
  const entries = new Map((objects.tree(tree) ?? []).map((entry) => [entry.name, entry]));
  const below = new Map<string, Map<string, PathChange>>();
  for (const [path, change] of changes) {
    const slash = path.indexOf("/");
    if (slash < 0) {
      if (change) entries.set(path, { name: path, ...change });
      else entries.delete(path);
    } else {
      const folder = path.slice(0, slash);
      const inside = below.get(folder) ?? new Map<string, PathChange>();
      below.set(folder, inside.set(path.slice(slash + 1), change));
    }
  }
  for (const [name, inside] of below) {
    const present = entries.get(name);
    const sha = changeTree(objects, present?.mode === "040000" ? present.sha : emptyTree, inside);
    if (sha === emptyTree) entries.delete(name);
    else entries.set(name, { name, mode: "040000", sha });
  }
  return objects.putTree([...entries.values()]);
}

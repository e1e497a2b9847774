import { applyPatch, structuredPatch } from "diff";
import { isBinary } from "./binary.ts";
import { findMergeBase } from "./history.ts";
import { emptyTree, type ObjectStore, type TreeEntry } from "./object-store.ts";

export type MergeResult = { readonly clean: true; readonly tree: string } | { readonly clean: false };

const conflict: MergeResult = { clean: false };

/** Merges two commits' trees over their merge base. */
export function mergeCommits(objects: ObjectStore, ours: string, theirs: string): MergeResult {
  const base = findMergeBase(objects, ours, theirs);
  const tree = (sha: string | undefined) => (sha === undefined ? emptyTree : objects.knownCommit(sha).tree);
  return mergeTrees(objects, tree(base), tree(ours), tree(theirs));
}

/** Three-way merge of trees; a text changed on both sides is merged by hunks, anything else changed twice conflicts. */
export function mergeTrees(objects: ObjectStore, base: string, ours: string, theirs: string): MergeResult {
  if (ours === theirs || base === theirs) return { clean: true, tree: ours };
  if (base === ours) return { clean: true, tree: theirs };
  const sides = [base, ours, theirs].map((tree) => new Map((objects.tree(tree) ?? []).map((entry) => [entry.name, entry])));
  const merged: TreeEntry[] = [];
  for (const name of new Set(sides.flatMap((side) => [...side.keys()]))) {
    const [was, mine, other] = sides.map((side) => side.get(name));
    const entry = mergeEntry(objects, was, mine, other);
    if (entry === "conflict") return conflict;
    if (entry) merged.push(entry);
  }
  return { clean: true, tree: objects.putTree(merged) };
}

type Side = TreeEntry | undefined;

function mergeEntry(objects: ObjectStore, was: Side, mine: Side, other: Side): Side | "conflict" {
  if (isSame(mine, other) || isSame(was, other)) return mine;
  if (isSame(was, mine)) return other;
  if (!mine || !other || mine.mode !== other.mode) return "conflict";
  if (mine.mode === "040000") {
    const inner = mergeTrees(objects, was?.mode === "040000" ? was.sha : emptyTree, mine.sha, other.sha);
    return inner.clean ? { ...mine, sha: inner.tree } : "conflict";
  }
  const text = mergeText(was && objects.blob(was.sha), objects.blob(mine.sha), objects.blob(other.sha));
  return text === null ? "conflict" : { ...mine, sha: objects.putBlob(Buffer.from(text)) };
}

function isSame(a: Side, b: Side): boolean {
  return a?.sha === b?.sha && a?.mode === b?.mode;
}

function mergeText(was: Buffer | undefined, mine: Buffer | undefined, other: Buffer | undefined): string | null {
  if (!was || !mine || !other || [was, mine, other].some(isBinary)) return null;
  const patch = structuredPatch("a", "b", was.toString("utf8"), other.toString("utf8"), undefined, undefined, {
    context: 1,
    maxEditLength: 1_000,
  });
  if (!patch) return null;
  const merged = applyPatch(mine.toString("utf8"), patch, { fuzzFactor: 0 });
  return merged === false ? null : merged;
}

import { structuredPatch } from "diff";
import { isBinary } from "./binary.ts";
import type { FileChange } from "./compare.ts";
import type { ObjectStore, TreeEntry } from "./object-store.ts";

export interface Patch {
  readonly additions: number;
  readonly deletions: number;
  /** From the first `@@`; null for binary content and for diffs over GitHub's limits. */
  readonly text: string | null;
}

/** A single file's diff may not pass 20,000 lines or 500 KB: https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits */
const mostLines = 20_000;
const mostBytes = 500_000;
/** Beyond this the line diff is given up and shown as a rewrite, so that hostile files cannot stall the process. */
const mostEdits = 1_000;

const cache = new WeakMap<ObjectStore, Map<string, Patch>>();

/** The unified diff of one changed file. */
export function patchOf(objects: ObjectStore, change: FileChange): Patch {
  const key = `${change.before?.sha ?? ""}:${change.after?.sha ?? ""}`;
  const known = cache.get(objects) ?? new Map<string, Patch>();
  cache.set(objects, known);
  const found = known.get(key);
  if (found) return found;
  const patch = makePatch(contentOf(objects, change.before), contentOf(objects, change.after));
  known.set(key, patch);
  return patch;
}

// A submodule has no content here; Git shows its commit as one line.
function contentOf(objects: ObjectStore, entry: TreeEntry | null): Buffer {
  if (!entry) return Buffer.alloc(0);
  if (entry.mode === "160000") return Buffer.from(`Subproject commit ${entry.sha}\n`);
  return objects.blob(entry.sha) ?? Buffer.alloc(0);
}

function makePatch(before: Buffer, after: Buffer): Patch {
  if (before.equals(after)) return { additions: 0, deletions: 0, text: null };
  if (isBinary(before) || isBinary(after)) return { additions: 0, deletions: 0, text: null };
  const old = before.toString("utf8");
  const young = after.toString("utf8");
  if (old === "") return oneSided(young, "+");
  if (young === "") return oneSided(old, "-");
  const diff = structuredPatch("a", "b", old, young, undefined, undefined, { context: 3, maxEditLength: mostEdits });
  if (!diff) return rewrite(old, young);
  const body = diff.hunks.flatMap((hunk) => [`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`, ...hunk.lines]);
  const additions = body.filter((line) => line.startsWith("+")).length;
  const deletions = body.filter((line) => line.startsWith("-")).length;
  return limited(body.join("\n"), body.length, additions, deletions);
}

// A file that appears or disappears needs no line comparison, and an empty side reads 0,0.
function oneSided(text: string, sign: "+" | "-"): Patch {
  const count = lineCount(text);
  if (count > mostLines || text.length > mostBytes)
    return { additions: sign === "+" ? count : 0, deletions: sign === "-" ? count : 0, text: null };
  const lines = text.split("\n").slice(0, count);
  const range = count === 1 ? "1" : `1,${count}`;
  const head = sign === "+" ? `@@ -0,0 +${range} @@` : `@@ -${range} +0,0 @@`;
  const noNewline = text.endsWith("\n") ? [] : ["\\ No newline at end of file"];
  const body = [head, ...lines.map((line) => sign + line), ...noNewline].join("\n");
  return limited(body, count, sign === "+" ? count : 0, sign === "-" ? count : 0);
}

// One hunk without context: everything goes, everything comes.
function rewrite(old: string, young: string): Patch {
  const [gone, come] = [oneSided(old, "-"), oneSided(young, "+")];
  const head = `@@ -1,${gone.deletions} +1,${come.additions} @@`;
  const text = gone.text === null || come.text === null ? null : [head, ...[gone, come].map(withoutHead)].join("\n");
  return { additions: come.additions, deletions: gone.deletions, text };
}

function withoutHead(patch: Patch): string {
  return patch.text?.slice(patch.text.indexOf("\n") + 1) ?? "";
}

function limited(body: string, lines: number, additions: number, deletions: number): Patch {
  return { additions, deletions, text: lines > mostLines || body.length > mostBytes ? null : body };
}

function lineCount(text: string): number {
  if (text === "") return 0;
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

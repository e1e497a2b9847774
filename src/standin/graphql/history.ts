import { findEntry, type ObjectStore } from "../git/index.ts";

/**
 * The commits reachable from one, newest first. With a path, those that changed it, by Git's own simplification: a merge
 * that took the path unchanged from a parent is left out, and only that parent is followed.
 */
export function* walkHistory(objects: ObjectStore, start: string, path: string | null): Generator<string> {
  const seen = new Set<string>();
  const waiting = [start];
  while (waiting.length > 0) {
    const sha = takeNewest(objects, waiting);
    if (seen.has(sha)) continue;
    seen.add(sha);
    const { parents } = objects.knownCommit(sha);
    const same = path === null ? undefined : parents.find((parent) => entryId(objects, parent, path) === entryId(objects, sha, path));
    const isRootWithout = parents.length === 0 && path !== null && entryId(objects, sha, path) === undefined;
    if (same === undefined && !isRootWithout) yield sha;
    waiting.push(...(same === undefined ? parents : [same]));
  }
}

function takeNewest(objects: ObjectStore, waiting: string[]): string {
  const rank = (sha: string) => objects.knownCommit(sha).committer.seconds;
  let best = 0;
  for (const [index, sha] of waiting.entries()) {
    const other = waiting[best] ?? sha;
    // Among commits of one second the one further from the root comes first, so that no parent precedes its child.
    if (rank(sha) > rank(other) || (rank(sha) === rank(other) && objects.generation(sha) > objects.generation(other))) best = index;
  }
  const [taken] = waiting.splice(best, 1);
  if (taken === undefined) throw new Error("Nothing is waiting.");
  return taken;
}

function entryId(objects: ObjectStore, sha: string, path: string): string | undefined {
  const entry = findEntry(objects, objects.knownCommit(sha).tree, path);
  return entry && `${entry.mode} ${entry.sha}`;
}

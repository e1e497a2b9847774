import type { ObjectStore } from "./object-store.ts";

/** True when `ancestor` is reachable from `descendant`, or is it. */
export function isAncestor(objects: ObjectStore, ancestor: string, descendant: string): boolean {
  const limit = objects.generation(ancestor);
  const seen = new Set<string>();
  const waiting = [descendant];
  for (let sha = waiting.pop(); sha !== undefined; sha = waiting.pop()) {
    if (sha === ancestor) return true;
    if (seen.has(sha) || objects.generation(sha) <= limit) continue;
    seen.add(sha);
    waiting.push(...objects.knownCommit(sha).parents);
  }
  return false;
}

/** The best common ancestor of two commits; undefined when their histories are unrelated. */
export function findMergeBase(objects: ObjectStore, a: string, b: string): string | undefined {
  return paint(objects, a, b).mergeBase;
}

/** Commits reachable from `head` and not from `base`, parents before children. */
export function listCommits(objects: ObjectStore, base: string, head: string): string[] {
  return paint(objects, base, head).onlyRight;
}

/**
 * Walks both histories from the deepest commit upwards until one frontier covers the other. A parent's generation is
 * always smaller than its child's, so a commit has all its colours when its turn comes.
 */
function paint(objects: ObjectStore, left: string, right: string): { mergeBase: string | undefined; onlyRight: string[] } {
  const leftBit = 1;
  const rightBit = 2;
  const colours = new Map<string, number>();
  const frontier = new Map<number, Set<string>>();
  let unsettled = 0;
  const add = (sha: string, colour: number) => {
    const before = colours.get(sha) ?? 0;
    const after = before | colour;
    if (before === after) return;
    colours.set(sha, after);
    if (before === rightBit) unsettled -= 1;
    if (after === rightBit) unsettled += 1;
    const generation = objects.generation(sha);
    frontier.set(generation, (frontier.get(generation) ?? new Set()).add(sha));
  };
  add(left, leftBit);
  add(right, rightBit);
  let mergeBase: string | undefined;
  const onlyRight: string[] = [];
  while (frontier.size > 0 && (unsettled > 0 || mergeBase === undefined)) {
    const generation = Math.max(...frontier.keys());
    const layer = frontier.get(generation) ?? new Set();
    frontier.delete(generation);
    for (const sha of layer) {
      const colour = colours.get(sha) ?? 0;
      if (colour === rightBit) {
        onlyRight.push(sha);
        unsettled -= 1;
      }
      if (colour === (leftBit | rightBit)) mergeBase ??= sha;
      for (const parent of objects.knownCommit(sha).parents) add(parent, colour);
    }
  }
  return { mergeBase, onlyRight: onlyRight.reverse() };
}

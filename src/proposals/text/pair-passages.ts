import type { Passage } from "./normative-text.ts";

interface PassagePair {
  readonly before: Passage | null;
  readonly after: Passage | null;
}

/** A passage and its new wording share at least this part of their words. */
const likeness = 0.4;
const mostComparisons = 400;
const comparedCharacters = 2_000;

/** Matches what went with what came in its place, in order: a reworded sentence is one change, not two. */
export function pairPassages(removed: readonly Passage[], added: readonly Passage[]): readonly PassagePair[] {
  if (removed.length === 1 && added.length === 1) return [{ before: removed[0] ?? null, after: added[0] ?? null }];
  if (removed.length * added.length > mostComparisons) return inOrder(removed, added);
  const words = added.map(wordsOf);
  const pairs: PassagePair[] = [];
  let next = 0;
  for (const before of removed) {
    const own = wordsOf(before);
    const found = words.findIndex((other, index) => index >= next && shareOf(own, other) >= likeness);
    if (found < 0) {
      pairs.push({ before, after: null });
      continue;
    }
    for (const after of added.slice(next, found)) pairs.push({ before: null, after });
    pairs.push({ before, after: added[found] ?? null });
    next = found + 1;
  }
  for (const after of added.slice(next)) pairs.push({ before: null, after });
  return pairs;
}

function inOrder(removed: readonly Passage[], added: readonly Passage[]): readonly PassagePair[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => ({
    before: removed[index] ?? null,
    after: added[index] ?? null,
  }));
}

function wordsOf({ text }: Passage): ReadonlySet<string> {
  return new Set(
    text
      .slice(0, comparedCharacters)
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? [],
  );
}

function shareOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  return shared / Math.max(1, left.size, right.size);
}

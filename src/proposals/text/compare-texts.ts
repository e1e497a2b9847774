import { diffArrays } from "diff";
import { cutAround } from "./cut-around.ts";
import type { NormativeText, Passage } from "./normative-text.ts";
import { pairPassages } from "./pair-passages.ts";

export interface PassageChange {
  readonly kind: "added" | "removed" | "changed";
  /** Words of the heading above it, in the later text where it has one. */
  readonly heading: string;
  /** In the later text; of a removed passage, in the earlier one. */
  readonly line: number;
  /** At most 200 characters, from shortly before the first difference; null for an added passage. */
  readonly before: string | null;
  /** The same; null for a removed passage. */
  readonly after: string | null;
}

export interface TextChange {
  /** `normative` exactly when the digests of the two differ; `same` when not a character does. */
  readonly kind: "same" | "editorial" | "normative";
  /** In the order of the text, the first 20; empty unless normative. */
  readonly passages: readonly PassageChange[];
  /** How many changed beyond those. */
  readonly more: number;
}

const mostPassages = 20;
/** Two texts that lie further apart are compared as sets of passages. */
const mostEdits = 400;

interface Hunk {
  readonly removed: readonly Passage[];
  readonly added: readonly Passage[];
}

/** What changed between two texts of a proposal (X3). Time grows with their length alone, whatever they hold. */
export function compareTexts(before: NormativeText, after: NormativeText): TextChange {
  const changes: PassageChange[] = [];
  for (const [name, was, is] of [
    ["Title", before.title, after.title],
    ["Type", before.type, after.type],
  ] as const) {
    if (was !== is) changes.push({ kind: "changed", heading: name, line: 1, ...cutAround(was ?? "", is ?? "") });
  }
  for (const { removed, added } of findHunks(before.passages, after.passages)) {
    for (const pair of pairPassages(removed, added)) changes.push(changeOf(pair.before, pair.after));
  }
  if (changes.length === 0) return { kind: before.source === after.source ? "same" : "editorial", passages: [], more: 0 };
  return { kind: "normative", passages: changes.slice(0, mostPassages), more: Math.max(0, changes.length - mostPassages) };
}

function changeOf(before: Passage | null, after: Passage | null): PassageChange {
  const { heading, line } = after ?? before ?? { heading: "", line: 1 };
  const cut = cutAround(before?.text ?? "", after?.text ?? "");
  return {
    kind: before === null ? "added" : after === null ? "removed" : "changed",
    heading,
    line,
    before: before && cut.before,
    after: after && cut.after,
  };
}

const keyOf = ({ section, text }: Passage) => `${section ?? ""}\n${text}`;

function findHunks(before: readonly Passage[], after: readonly Passage[]): readonly Hunk[] {
  const numbers = new Map<string, number>();
  const number = (passage: Passage): number => {
    const key = keyOf(passage);
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  const was = before.map(number);
  const is = after.map(number);
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < was.length - start && end < is.length - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  const left = { passages: before.slice(start, before.length - end), numbers: was.slice(start, was.length - end) };
  const right = { passages: after.slice(start, after.length - end), numbers: is.slice(start, is.length - end) };
  if (left.numbers.length === 0 && right.numbers.length === 0) return [];
  const edits = diffArrays(left.numbers, right.numbers, { maxEditLength: mostEdits });
  if (edits === undefined) return [unmatched(left, right)];
  const hunks: { removed: Passage[]; added: Passage[] }[] = [];
  let [from, to] = [0, 0];
  let open = false;
  for (const { added, removed, count } of edits) {
    if (!added && !removed) open = false;
    else if (!open) {
      hunks.push({ removed: [], added: [] });
      open = true;
    }
    if (!added) {
      if (removed) hunks.at(-1)?.removed.push(...left.passages.slice(from, from + count));
      from += count;
    }
    if (!removed) {
      if (added) hunks.at(-1)?.added.push(...right.passages.slice(to, to + count));
      to += count;
    }
  }
  return hunks;
}

interface Numbered {
  readonly passages: readonly Passage[];
  readonly numbers: readonly number[];
}

/** Passages that the other side lacks, without regard to order; where only the order differs, the first that moved. */
function unmatched(left: Numbered, right: Numbered): Hunk {
  const removed = lackedBy(left, right);
  const added = lackedBy(right, left);
  return removed.length + added.length > 0 ? { removed, added } : { removed: left.passages.slice(0, 1), added: right.passages.slice(0, 1) };
}

function lackedBy(side: Numbered, other: Numbered): readonly Passage[] {
  const counts = new Map<number, number>();
  for (const number of other.numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return side.passages.filter((_, index) => {
    const number = side.numbers[index] ?? -1;
    const left = counts.get(number) ?? 0;
    counts.set(number, left - 1);
    return left <= 0;
  });
}

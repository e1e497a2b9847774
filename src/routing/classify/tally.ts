import type { EvidenceKind } from "../../domain/classification.ts";

/** One thing seen that speaks for a domain, before the methods are weighed against each other. */
export interface Mark {
  readonly domain: string;
  readonly kind: EvidenceKind;
  readonly text: string;
  readonly points: number;
  /** Part of the points that comes from what the proposal specifies, not from its title, Abstract and reasons. */
  readonly specified: number;
  readonly line: number | null;
}

/** What one method saw. Methods look at different things, so that their agreement means something. */
export interface Tally {
  readonly method: string;
  /** Most points that the method can add to the score of a domain. */
  readonly budget: number;
  /** Points at which it is half sure of what it saw. */
  readonly half: number;
  readonly marks: readonly Mark[];
}

/** Repetition says ever less. */
export function damp(count: number): number {
  return count < 1 ? count : 1 + Math.log(count);
}

/** Points by domain. */
export function totals(marks: readonly Mark[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { domain, points } of marks) sums.set(domain, (sums.get(domain) ?? 0) + points);
  return sums;
}

/** What a tally adds per point: the whole share of its budget goes to what it saw, less when it saw little. */
export function weightPerPoint({ budget, half, marks }: Tally): number {
  const sum = marks.reduce((total, { points }) => total + points, 0);
  return sum === 0 ? 0 : budget / (sum + half);
}

/** Scores by domain: what all tallies add up to. */
export function sumTallies(tallies: readonly Tally[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const tally of tallies) {
    const worth = weightPerPoint(tally);
    for (const { domain, points } of tally.marks) sums.set(domain, (sums.get(domain) ?? 0) + worth * points);
  }
  return sums;
}

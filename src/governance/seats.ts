import type { Seat } from "./model.ts";

/** A stretch of days, both ends included; null where an end is open. Days are `YYYY-MM-DD` and compare as text. */
export interface Term {
  readonly since?: string | null | undefined;
  readonly until?: string | null | undefined;
}

export function hasBegun(term: Term, day: string): boolean {
  return (term.since ?? "") <= day;
}

export function hasEnded(term: Term, day: string): boolean {
  return term.until != null && term.until < day;
}

/** True when the term runs on that day; its last day counts. */
export function isRunning(term: Term, day: string): boolean {
  return hasBegun(term, day) && !hasEnded(term, day);
}

/** Persons whose seats run on that day, each once. */
export function seatedOn(seats: readonly Seat[], day: string): readonly string[] {
  return [...new Set(seats.filter((seat) => isRunning(seat, day)).map((seat) => seat.person))];
}

/** True when there is a day on which both run. */
export function overlaps(a: Term, b: Term): boolean {
  return (a.since ?? "") <= (b.until ?? "9999") && (b.since ?? "") <= (a.until ?? "9999");
}

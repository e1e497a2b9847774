import { daysBetween } from "../../kernel/days-between.ts";
import { isRunning, type Term } from "../seats.ts";

/** How many days ahead an end is announced. */
const soonDays = 60;

interface End {
  readonly day: string;
  readonly isSoon: boolean;
  /** `today`, `in 12 days`. */
  readonly when: string;
}

/** The end of a term that runs today; null when it does not run, or has no end. */
export function endOf(term: Term, today: string): End | null {
  if (term.until == null || !isRunning(term, today)) return null;
  const days = daysBetween(today, term.until);
  const when = days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`;
  return { day: term.until, isSoon: days <= soonDays, when };
}

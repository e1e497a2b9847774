import { epochMilliseconds, instant } from "../../kernel/instant.ts";

/** Whole days from one YYYY-MM-DD to another; negative when the second is earlier. Both must be days of the calendar. */
export function daysBetween(from: string, to: string): number {
  const midnight = (day: string) => epochMilliseconds(instant(`${day}T00:00:00Z`));
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

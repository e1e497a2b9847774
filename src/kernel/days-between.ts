import { Temporal } from "temporal-polyfill/implementation";

/** Whole days from one day of the calendar to another, both `YYYY-MM-DD`; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "day" }).days;
}

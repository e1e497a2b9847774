import { Temporal } from "temporal-polyfill/implementation";
import type { Instant } from "../kernel/instant.ts";
import { businessDayTest, type Calendar } from "./calendar.ts";
import { toInstant, toZoned } from "./zoned.ts";

/** The day in the calendar's zone, `YYYY-MM-DD`. */
export function dayOf(at: Instant, calendar: Calendar): string {
  return toZoned(at, calendar).toPlainDate().toString();
}

/** The first second of a day `YYYY-MM-DD`: midnight, or later where the clock jumps over it. */
export function startOfDay(day: string, calendar: Calendar): Instant {
  return toInstant(Temporal.PlainDate.from(day).toZonedDateTime(calendar.timeZone));
}

/** The last second of a day `YYYY-MM-DD`, which as a deadline lets in whatever happens on that day (T2). */
export function endOfDay(day: string, calendar: Calendar): Instant {
  const next = Temporal.PlainDate.from(day).add({ days: 1 });
  return toInstant(next.toZonedDateTime(calendar.timeZone).subtract({ seconds: 1 }));
}

/** True for a day, `YYYY-MM-DD`, on which people are expected to work. */
export function isBusinessDay(day: string, calendar: Calendar): boolean {
  return businessDayTest(calendar)(Temporal.PlainDate.from(day));
}

import type { Temporal } from "temporal-polyfill/implementation";
import { assertNever } from "../kernel/assert-never.ts";
import { parseDuration } from "../kernel/duration.ts";
import type { Instant } from "../kernel/instant.ts";
import { businessDayTest, type Calendar } from "./calendar.ts";
import { toInstant, toZoned } from "./zoned.ts";

/**
 * When a time of this length is over, to the whole second: the same time of day on the wall of the calendar's zone so many days,
 * weeks, months or business days later; hours are counted as they pass. Where the clock jumps over that time of day, it is as much
 * later as the clock jumps; where the clock shows it twice, it is the first. Months end on their last day where the day is missing.
 * Business days are counted from the day after the one it begins on, whatever day that is (G21).
 */
export function addDuration(at: Instant, duration: string, calendar: Calendar): Instant {
  const begin = toZoned(at, calendar);
  const { count, unit } = parseDuration(duration);
  switch (unit) {
    case "hour":
      return toInstant(begin.add({ hours: count }));
    case "business day": {
      const day = addBusinessDays(begin.toPlainDate(), count, calendar);
      return toInstant(day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: begin.toPlainTime() }));
    }
    case "day":
      return toInstant(begin.add({ days: count }));
    case "week":
      return toInstant(begin.add({ weeks: count }));
    case "month":
      return toInstant(begin.add({ months: count }));
    default:
      return assertNever(unit);
  }
}

/** The business day that is so many business days after the day, or before it where the count is negative. */
export function addBusinessDays(day: Temporal.PlainDate, count: number, calendar: Calendar): Temporal.PlainDate {
  const isBusinessDay = businessDayTest(calendar);
  const step = { days: Math.sign(count) };
  let reached = day;
  for (let left = Math.abs(count); left > 0; ) {
    reached = reached.add(step);
    if (isBusinessDay(reached)) left -= 1;
  }
  return reached;
}

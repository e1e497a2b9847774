import { Temporal } from "temporal-polyfill/implementation";
import { type Instant, instant } from "../kernel/instant.ts";
import type { Calendar } from "./calendar.ts";

/**
 * The platform's own Temporal is not used even where there is one: every installation counts with the same code, so that a
 * replay elsewhere ends on the same second.
 */

/** What the clock on the wall shows in the calendar's zone, to the whole second below. */
export function toZoned(at: Instant, calendar: Calendar): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(calendar.timeZone).round({ smallestUnit: "second", roundingMode: "floor" });
}

export function toInstant(zoned: Temporal.ZonedDateTime): Instant {
  return instant(zoned.epochMilliseconds);
}

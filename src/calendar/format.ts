import { Temporal } from "temporal-polyfill/implementation";
import type { Instant } from "../kernel/instant.ts";
import { weekdays } from "./calendar.ts";

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** `Thursday 3 December 2026, 17:00 UTC`. Seconds are shown where there are any: a deadline must not look earlier than it is. */
export function formatInstant(at: Instant): string {
  const zoned = Temporal.Instant.from(at).toZonedDateTimeISO("UTC");
  const time = zoned.toPlainTime().toString({ smallestUnit: zoned.second === 0 ? "minute" : "second" });
  return `${formatDate(zoned.toPlainDate())}, ${time} UTC`;
}

/** `Thursday 3 December 2026` for `2026-12-03`. */
export function formatDay(day: string): string {
  return formatDate(Temporal.PlainDate.from(day));
}

/** Own names, since what the platform calls a language's usual form changes with its version. */
function formatDate(date: Temporal.PlainDate): string {
  const weekday = weekdays[date.dayOfWeek - 1] ?? "";
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${date.day} ${months[date.month - 1]} ${date.year}`;
}

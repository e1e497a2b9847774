import type { Temporal } from "temporal-polyfill/implementation";

/** In the order of ISO 8601: Monday is day 1. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

/** Where days begin and end, and which of them are business days (G21). */
export interface Calendar {
  /** Name of the IANA time zone database, which knows summer time. */
  readonly timeZone: string;
  /** At least one. */
  readonly workingDays: readonly Weekday[];
  /** Days, `YYYY-MM-DD`, that are no business days whatever their weekday. */
  readonly holidays: readonly string[];
}

interface WrittenCalendar {
  readonly "time-zone": string;
  readonly "working-days": readonly Weekday[];
  readonly holidays: readonly string[];
}

/** The calendar of `project.yml`, key `calendar`. */
export function calendarOf(written: WrittenCalendar): Calendar {
  return { timeZone: written["time-zone"], workingDays: written["working-days"], holidays: written.holidays };
}

/** Tells business days of the calendar from others. */
export function businessDayTest(calendar: Calendar): (day: Temporal.PlainDate) => boolean {
  const working = new Set(calendar.workingDays.map((name) => weekdays.indexOf(name) + 1));
  const holidays = new Set(calendar.holidays);
  return (day) => working.has(day.dayOfWeek) && !holidays.has(day.toString());
}

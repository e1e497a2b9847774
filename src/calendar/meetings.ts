import { Temporal } from "temporal-polyfill/implementation";
import { assertNever } from "../kernel/assert-never.ts";
import { type Duration, parseDuration } from "../kernel/duration.ts";
import { addBusinessDays } from "./add-duration.ts";
import type { Calendar } from "./calendar.ts";

/** The meetings of the deciding authority, as `project.yml` gives them (L13). */
export interface Meetings {
  readonly every: string;
  /** A meeting from which the others are counted; without one no day is known. */
  readonly first?: string | undefined;
  readonly agenda?: string | undefined;
  readonly comments?: string | undefined;
  readonly minutes?: string | undefined;
}

/** Days, `YYYY-MM-DD`. */
export interface Meeting {
  readonly day: string;
  /** When its agenda is published; null where the rules do not say. */
  readonly agenda: string | null;
  /** When comments on its agenda begin; null where the rules do not say. */
  readonly comments: string | null;
  /** By when its minutes are published; null where the rules do not say. */
  readonly minutes: string | null;
}

/** The first meeting on the day or after it; null where no first meeting is given. */
export function nextMeeting(meetings: Meetings, day: string, calendar: Calendar): Meeting | null {
  for (const meeting of meetingsFrom(meetings, day, calendar)) return meeting;
  return null;
}

/** The meetings from one day to another, both included. */
export function meetingsBetween(meetings: Meetings, from: string, to: string, calendar: Calendar): readonly Meeting[] {
  const found: Meeting[] = [];
  for (const meeting of meetingsFrom(meetings, from, calendar)) {
    if (meeting.day > to) break;
    found.push(meeting);
  }
  return found;
}

function* meetingsFrom({ every, first, agenda, comments, minutes }: Meetings, from: string, calendar: Calendar): Generator<Meeting> {
  if (first === undefined) return;
  const begin = Temporal.PlainDate.from(first);
  const length = parseDuration(every);
  for (let index = 0; ; index += 1) {
    const day = later(begin, { ...length, count: length.count * index }, calendar);
    if (day.toString() < from) continue;
    const away = (duration: string | undefined, sign: 1 | -1) =>
      duration === undefined ? null : shift(day, duration, sign, calendar).toString();
    yield { day: day.toString(), agenda: away(agenda, -1), comments: away(comments, -1), minutes: away(minutes, 1) };
  }
}

/** Always counted from the first meeting, so that a short month does not pull the later ones forward. */
function later(day: Temporal.PlainDate, { count, unit }: Duration, calendar: Calendar): Temporal.PlainDate {
  switch (unit) {
    case "hour":
      throw new Error("Meetings are days apart, not hours");
    case "business day":
      return addBusinessDays(day, count, calendar);
    case "day":
      return day.add({ days: count });
    case "week":
      return day.add({ weeks: count });
    case "month":
      return day.add({ months: count });
    default:
      return assertNever(unit);
  }
}

function shift(day: Temporal.PlainDate, duration: string, sign: 1 | -1, calendar: Calendar): Temporal.PlainDate {
  const { count, unit } = parseDuration(duration);
  return later(day, { count: sign * count, unit }, calendar);
}

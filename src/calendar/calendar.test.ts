import { describe, expect, it } from "@jest/globals";
import { instant } from "../kernel/instant.ts";
import {
  afterDeadline,
  type Calendar,
  calendarOf,
  dayOf,
  endOfDay,
  formatDay,
  formatInstant,
  freezeAt,
  isAfterDeadline,
  isBusinessDay,
  type Meetings,
  meetingsBetween,
  nextMeeting,
  reviewWindowAt,
  startOfDay,
} from "./index.ts";

const calendar = calendarOf({
  "time-zone": "UTC",
  "working-days": ["monday", "tuesday", "wednesday", "thursday", "friday"],
  holidays: ["2026-12-25"],
});
const inZone = (timeZone: string): Calendar => ({ ...calendar, timeZone });

describe("deadlines (T2)", () => {
  const deadline = instant("2026-12-03T17:00:00Z");

  it.each([
    ["a second before is in time", "2026-12-03T16:59:59Z", false],
    ["the deadline's own second is in time", "2026-12-03T17:00:00Z", false],
    ["to its very end", "2026-12-03T17:00:00.999Z", false],
    ["the next second is too late", "2026-12-03T17:00:01Z", true],
  ])("%s", (_rule, at, isLate) => {
    expect(isAfterDeadline(instant(at), deadline)).toBe(isLate);
  });

  it("the first moment that is too late is the next whole second", () => {
    expect(afterDeadline(deadline)).toBe("2026-12-03T17:00:01.000Z");
    expect(afterDeadline(instant("2026-12-03T23:59:59.400Z"))).toBe("2026-12-04T00:00:00.000Z");
  });
});

describe("days of the calendar's zone", () => {
  it.each([
    ["UTC", "2026-12-03T23:59:59Z", "2026-12-03"],
    ["Europe/Berlin", "2026-12-03T23:00:00Z", "2026-12-04"],
    ["America/New_York", "2026-12-04T04:59:59Z", "2026-12-03"],
    ["Pacific/Kiritimati", "2026-12-03T10:00:00Z", "2026-12-04"],
  ])("in %s %s is on %s", (timeZone, at, day) => {
    expect(dayOf(instant(at), inZone(timeZone))).toBe(day);
  });

  it.each([
    ["UTC", "2028-02-29", "2028-02-29T00:00:00.000Z", "2028-02-29T23:59:59.000Z"],
    ["a day of 23 hours in Berlin", "2027-03-28", "2027-03-27T23:00:00.000Z", "2027-03-28T21:59:59.000Z", "Europe/Berlin"],
    ["a day of 25 hours in Berlin", "2026-10-25", "2026-10-24T22:00:00.000Z", "2026-10-25T22:59:59.000Z", "Europe/Berlin"],
    ["a day without midnight in Beirut", "2027-03-28", "2027-03-27T22:00:00.000Z", "2027-03-28T20:59:59.000Z", "Asia/Beirut"],
    ["the day before it", "2027-03-27", "2027-03-26T22:00:00.000Z", "2027-03-27T21:59:59.000Z", "Asia/Beirut"],
  ])("%s begins and ends with its first and last second", (_rule, day, start, end, timeZone = "UTC") => {
    expect(startOfDay(day, inZone(timeZone))).toBe(start);
    expect(endOfDay(day, inZone(timeZone))).toBe(end);
  });

  it.each([
    ["a Thursday", "2026-12-24", true],
    ["a holiday", "2026-12-25", false],
    ["a Saturday", "2026-12-26", false],
  ])("%s is a business day: %s %s", (_rule, day, expected) => {
    expect(isBusinessDay(day, calendar)).toBe(expected);
  });
});

describe("meetings (L13)", () => {
  const fortnightly: Meetings = {
    every: "2 weeks",
    first: "2026-11-04",
    agenda: "2 weeks",
    comments: "5 business days",
    minutes: "2 days",
  };

  it("the next one is on the day or after it, with the days of its agenda, comments and minutes", () => {
    expect(nextMeeting(fortnightly, "2026-11-18", calendar)).toEqual({
      day: "2026-11-18",
      agenda: "2026-11-04",
      comments: "2026-11-11",
      minutes: "2026-11-20",
    });
    expect(nextMeeting(fortnightly, "2026-11-19", calendar)?.day).toBe("2026-12-02");
  });

  it("days before are business days where the rules say so", () => {
    expect(nextMeeting(fortnightly, "2026-12-30", calendar)).toMatchObject({ agenda: "2026-12-16", comments: "2026-12-22" });
  });

  it("none comes before the first", () => {
    expect(nextMeeting(fortnightly, "2020-01-01", calendar)?.day).toBe("2026-11-04");
  });

  it("without a first meeting no day is known", () => {
    expect(nextMeeting({ every: "2 weeks" }, "2026-11-19", calendar)).toBeNull();
    expect(meetingsBetween({ every: "2 weeks" }, "2026-01-01", "2026-12-31", calendar)).toEqual([]);
  });

  it("a list holds both of its ends", () => {
    const days = meetingsBetween({ every: "7 days", first: "2026-11-04" }, "2026-11-11", "2026-11-25", calendar);
    expect(days).toEqual(["2026-11-11", "2026-11-18", "2026-11-25"].map((day) => ({ day, agenda: null, comments: null, minutes: null })));
  });

  it("a short month does not pull the later ones forward", () => {
    const days = meetingsBetween({ every: "1 month", first: "2027-01-31" }, "2027-01-01", "2027-04-30", calendar);
    expect(days.map(({ day }) => day)).toEqual(["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]);
  });
});

describe("windows and freezes (L10, L15)", () => {
  const spring = { name: "spring", opens: "2026-09-01", closes: "2026-12-15" };
  const autumn = { name: "autumn", opens: "2027-03-01", closes: "2027-06-15" };

  it.each([
    ["before it opens", "2026-08-31", null],
    ["on its first day", "2026-09-01", spring],
    ["on its last day", "2026-12-15", spring],
    ["between two", "2027-01-10", null],
    ["in the second", "2027-05-01", autumn],
  ])("%s", (_rule, day, expected) => {
    expect(reviewWindowAt(day, [spring, autumn])).toBe(expected);
  });

  it("of two that overlap the one that closes last counts", () => {
    const longer = { ...spring, closes: "2026-12-20" };
    expect(reviewWindowAt("2026-12-15", [spring, longer])).toBe(longer);
    expect(reviewWindowAt("2026-12-15", [longer, spring])).toBe(longer);
  });

  it("of a soft and a hard freeze the hard one counts", () => {
    const soft = { opens: "2026-12-16", closes: "2027-02-28", kind: "soft" } as const;
    const hard = { opens: "2027-02-01", closes: "2027-02-28", kind: "hard" } as const;
    expect(freezeAt("2027-01-31", [soft, hard])).toBe(soft);
    expect(freezeAt("2027-02-01", [soft, hard])).toBe(hard);
    expect(freezeAt("2027-03-01", [soft, hard])).toBeNull();
  });
});

describe("how a time is written", () => {
  it.each([
    ["2026-12-03T17:00:00Z", "Thursday 3 December 2026, 17:00 UTC"],
    ["2026-12-03T17:00:30Z", "Thursday 3 December 2026, 17:00:30 UTC"],
    ["2028-02-29T00:05:00Z", "Tuesday 29 February 2028, 00:05 UTC"],
  ])("%s is %s", (at, text) => {
    expect(formatInstant(instant(at))).toBe(text);
  });

  it("a day has its weekday", () => {
    expect(formatDay("2026-11-29")).toBe("Sunday 29 November 2026");
  });
});

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { instant } from "../kernel/instant.ts";
import { addDuration, type Calendar, type Weekday } from "./index.ts";

const monToFri: readonly Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const sunToThu: readonly Weekday[] = ["sunday", "monday", "tuesday", "wednesday", "thursday"];

const calendar = (given: Partial<Calendar> = {}): Calendar => ({ timeZone: "UTC", workingDays: monToFri, holidays: [], ...given });
const end = (at: string, duration: string, given: Partial<Calendar> = {}) => addDuration(instant(at), duration, calendar(given));

describe("days, weeks and months keep the time of day", () => {
  it.each([
    ["ten days over a month's end", "2026-11-25T17:03:09Z", "10 days", "UTC", "2026-12-05T17:03:09.000Z"],
    ["one day over a leap day", "2028-02-28T12:00:00Z", "1 day", "UTC", "2028-02-29T12:00:00.000Z"],
    ["one day where there is no leap day", "2100-02-28T12:00:00Z", "1 day", "UTC", "2100-03-01T12:00:00.000Z"],
    ["two weeks", "2026-12-24T08:00:00Z", "2 weeks", "UTC", "2027-01-07T08:00:00.000Z"],
    ["six months", "2026-08-23T08:00:00Z", "6 months", "UTC", "2027-02-23T08:00:00.000Z"],
    ["a month to a shorter one, which ends it", "2027-01-31T08:00:00Z", "1 month", "UTC", "2027-02-28T08:00:00.000Z"],
    ["a month to a leap day", "2028-01-31T08:00:00Z", "1 month", "UTC", "2028-02-29T08:00:00.000Z"],
    ["hours, as they pass", "2027-03-28T00:30:00Z", "3 hours", "Europe/Berlin", "2027-03-28T03:30:00.000Z"],
  ])("%s", (_rule, at, duration, timeZone, expected) => {
    expect(end(at, duration, { timeZone })).toBe(expected);
  });

  it("drops what is less than a second, which the deadline's own second gives back", () => {
    expect(end("2026-11-25T17:03:09.999Z", "1 day")).toBe("2026-11-26T17:03:09.000Z");
  });
});

describe("summer time begins and ends between", () => {
  it.each([
    // 18:00 in Berlin is 17:00 UTC in winter, 16:00 in summer.
    ["Berlin goes to summer time", "2027-03-25T17:00:00Z", "7 days", "Europe/Berlin", "2027-04-01T16:00:00.000Z"],
    ["Berlin goes back", "2026-10-20T16:00:00Z", "5 business days", "Europe/Berlin", "2026-10-27T17:00:00.000Z"],
    ["Berlin jumps over 02:30, which becomes 03:30", "2027-03-27T01:30:00Z", "1 day", "Europe/Berlin", "2027-03-28T01:30:00.000Z"],
    ["Berlin has 02:30 twice, and the first counts", "2026-10-24T00:30:00Z", "1 day", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["an end after the second 02:30 is at 02:30", "2026-10-25T01:30:00Z", "1 day", "Europe/Berlin", "2026-10-26T01:30:00.000Z"],
    ["New York goes to summer time", "2027-03-12T14:00:00Z", "1 week", "America/New_York", "2027-03-19T13:00:00.000Z"],
    ["New York goes back", "2026-10-30T13:00:00Z", "3 business days", "America/New_York", "2026-11-04T14:00:00.000Z"],
    ["New York jumps over 02:15, which becomes 03:15", "2027-02-14T07:15:00Z", "1 month", "America/New_York", "2027-03-14T07:15:00.000Z"],
    // Lord Howe changes by half an hour: +10:30 to +11:00.
    ["Lord Howe goes to summer time", "2026-10-02T01:30:00Z", "2 business days", "Australia/Lord_Howe", "2026-10-06T01:00:00.000Z"],
    ["Lord Howe jumps over 02:10, which becomes 02:40", "2026-10-02T15:40:00Z", "1 day", "Australia/Lord_Howe", "2026-10-03T15:40:00.000Z"],
    ["Lord Howe has 01:45 twice, and the first counts", "2027-04-02T14:45:00Z", "1 day", "Australia/Lord_Howe", "2027-04-03T14:45:00.000Z"],
    ["Lord Howe a day after it went back", "2027-04-03T16:00:00Z", "1 day", "Australia/Lord_Howe", "2027-04-04T16:00:00.000Z"],
  ])("%s", (_rule, at, duration, timeZone, expected) => {
    expect(end(at, duration, { timeZone })).toBe(expected);
  });
});

describe("business days", () => {
  const holidays = ["2026-12-24", "2026-12-25", "2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01"];

  it.each([
    ["five from a Wednesday pass the weekend", "2026-11-25T10:00:00Z", {}, "5 business days", "2026-12-02T10:00:00.000Z"],
    ["one from a Friday is Monday", "2026-11-27T10:00:00Z", {}, "1 business day", "2026-11-30T10:00:00.000Z"],
    ["a Saturday is day zero", "2026-11-28T10:00:00Z", {}, "1 business day", "2026-11-30T10:00:00.000Z"],
    ["a Sunday is day zero", "2026-11-29T23:59:59Z", {}, "5 business days", "2026-12-04T23:59:59.000Z"],
    ["a holiday is no business day", "2026-12-23T10:00:00Z", { holidays: ["2026-12-25"] }, "2 business days", "2026-12-28T10:00:00.000Z"],
    ["a holiday on which it opens is day zero", "2026-12-25T10:00:00Z", { holidays }, "1 business day", "2027-01-04T10:00:00.000Z"],
    ["a week of holidays is passed over", "2026-12-23T10:00:00Z", { holidays }, "5 business days", "2027-01-08T10:00:00.000Z"],
    ["a week from Sunday to Thursday", "2026-11-26T10:00:00Z", { workingDays: sunToThu }, "1 business day", "2026-11-29T10:00:00.000Z"],
    [
      "a Friday of such a week is day zero",
      "2026-11-27T10:00:00Z",
      { workingDays: sunToThu },
      "5 business days",
      "2026-12-03T10:00:00.000Z",
    ],
    [
      "the day is that of the zone, where it is Saturday already",
      "2026-11-27T11:30:00Z",
      { timeZone: "Pacific/Auckland" },
      "1 business day",
      "2026-11-29T11:30:00.000Z",
    ],
    [
      "a week with one working day",
      "2026-11-25T10:00:00Z",
      { workingDays: ["tuesday"] as const },
      "3 business days",
      "2026-12-15T10:00:00.000Z",
    ],
  ])("%s", (_rule, at, given, duration, expected) => {
    expect(end(at, duration, given)).toBe(expected);
  });
});

describe("properties", () => {
  const oneDay = 86_400_000;
  const names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
  const seconds = fc.integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 });
  const nearby = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 25 });
  const workingDays = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 });

  it("in UTC, N business days are what counting day by day gives", () => {
    fc.assert(
      fc.property(seconds, fc.integer({ min: 1, max: 25 }), nearby, workingDays, (second, count, offsets, working) => {
        const day = (offset: number) => new Date(second * 1000 + offset * oneDay).toISOString().slice(0, 10);
        const holidays = offsets.map(day);
        let offset = 0;
        for (let counted = 0; counted < count; ) {
          offset += 1;
          const weekday = names[new Date(second * 1000 + offset * oneDay).getUTCDay()];
          if (weekday !== undefined && working.includes(weekday) && !holidays.includes(day(offset))) counted += 1;
        }

        const result = end(instant(second * 1000), `${count} business days`, { workingDays: working, holidays });

        expect(result).toBe(instant(second * 1000 + offset * oneDay));
      }),
      { seed: 20261125 },
    );
  });

  it("in any zone, the clock on the wall shows the same time so many days later for the first time, or never does near it", () => {
    const zones = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Sao_Paulo");
    fc.assert(
      fc.property(seconds, fc.integer({ min: 1, max: 400 }), zones, (second, days, timeZone) => {
        const at = instant(second * 1000);
        const clock = new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "medium" });
        const begin = clock.format(second * 1000);

        const result = Date.parse(end(at, `${days} days`, { timeZone }));

        expect(Math.abs(result - second * 1000 - days * oneDay)).toBeLessThanOrEqual(3_600_000);
        // The first moment that shows it; and where the clock jumped over it, none near does.
        const isShown = clock.format(result) === begin;
        for (const halfHours of isShown ? [-2, -1] : [-2, -1, 1, 2]) expect(clock.format(result + halfHours * 1_800_000)).not.toBe(begin);
      }),
      { seed: 20261125 },
    );
  });

  it("a longer time never ends earlier; days and weeks that begin later never end earlier", () => {
    const zones = fc.constantFrom("UTC", "Europe/Berlin", "Australia/Lord_Howe");
    const units = fc.constantFrom("days", "business days", "weeks", "months");
    fc.assert(
      fc.property(seconds, fc.nat(200_000), fc.integer({ min: 1, max: 30 }), units, zones, (second, later, count, unit, timeZone) => {
        const at = instant(second * 1000);

        const result = end(at, `${count} ${unit}`, { timeZone });

        expect(end(at, `${count + 1} ${unit}`, { timeZone }) > result).toBe(true);
        expect(result > at).toBe(true);
        // Business days do: one that begins on a Saturday morning ends before one that began on Friday evening. So do short months.
        if ((unit === "days" || unit === "weeks") && (later > 3600 || timeZone === "UTC"))
          expect(end(instant((second + later) * 1000), `${count} ${unit}`, { timeZone }) >= result).toBe(true);
      }),
      { seed: 20261125 },
    );
  });
});

import { describe, expect, test } from "@jest/globals";
import { parseDay } from "./parse-day.ts";

describe("days of the calendar", () => {
  test.each([
    ["2026-03-09", "2026-03-09"],
    ["`2026-12-31`", "2026-12-31"],
    ["2028-02-29", "2028-02-29"],
    ["2000-02-29", "2000-02-29"],
    ["2100-02-29", null],
    ["2026-02-29", null],
    ["2026-04-31", null],
    ["2026-04-00", null],
    ["2026-13-01", null],
    ["2026-00-01", null],
    ["0000-01-01", null],
    ["9 March 2026", null],
    ["", null],
  ])("%s is read as %s", (value, day) => {
    expect(parseDay(value)).toBe(day);
  });
});

import { daysBetween } from "./days-between.ts";

describe("daysBetween", () => {
  it.each([
    ["2026-11-23", "2026-11-23", 0],
    ["2026-11-23", "2027-01-22", 60],
    ["2024-02-28", "2024-03-01", 2],
    ["2100-02-28", "2100-03-01", 1],
    ["2027-01-01", "2026-12-31", -1],
    ["1970-01-01", "2026-11-23", 20_780],
  ])("from %s to %s there are %i", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});

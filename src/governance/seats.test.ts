import { hasBegun, hasEnded, isRunning, overlaps, seatedOn } from "./seats.ts";

const term = (since: string | null, until: string | null) => ({ since, until });

describe("a term", () => {
  it.each([
    ["on its first day", term("2026-11-23", null), true],
    ["on its last day", term(null, "2026-11-23"), true],
    ["without ends", term(null, null), true],
    ["before its first day", term("2026-11-24", null), false],
    ["after its last day", term(null, "2026-11-22"), false],
  ])("%s runs: %j, %s", (_, written, runs) => {
    expect(isRunning(written, "2026-11-23")).toBe(runs);
    expect(isRunning(written, "2026-11-23")).toBe(hasBegun(written, "2026-11-23") && !hasEnded(written, "2026-11-23"));
  });

  it.each([
    ["share a day", term("2026-01-01", "2026-06-30"), term("2026-06-30", null), true],
    ["follow each other", term("2026-01-01", "2026-06-30"), term("2026-07-01", null), false],
    ["have no ends", term(null, null), term(null, null), true],
  ])("and another that %s: %j %j overlap, %s", (_, one, other, expected) => {
    expect(overlaps(one, other)).toBe(expected);
    expect(overlaps(other, one)).toBe(expected);
  });
});

describe("seatedOn", () => {
  it("names each person once, and only those whose seat runs", () => {
    const seats = [
      { person: "noor", since: null, until: null },
      { person: "noor", since: "2026-01-01", until: null },
      { person: "ravi", since: null, until: "2026-01-01" },
    ];

    expect(seatedOn(seats, "2026-11-23")).toEqual(["noor"]);
  });
});

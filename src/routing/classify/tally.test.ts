import { damp, sumTallies, type Tally, totals, weightPerPoint } from "./tally.ts";

const mark = (domain: string, points: number) => ({ domain, kind: "term", text: "", points, specified: 0, line: null }) as const;
const tally = (...marks: Tally["marks"]): Tally => ({ method: "terms", budget: 30, half: 10, marks });

test("repetition says ever less", () => {
  expect([0.5, 1, 2, 100].map(damp).map((each) => Number(each.toFixed(2)))).toEqual([0.5, 1, 1.69, 5.61]);
});

test("points are added by domain", () => {
  expect([...totals([mark("tides", 1), mark("ships", 2), mark("tides", 3)])]).toEqual([
    ["tides", 4],
    ["ships", 2],
  ]);
});

test("a method that saw nothing weighs nothing, and one that saw much gives its whole budget", () => {
  expect(weightPerPoint(tally())).toBe(0);
  expect(weightPerPoint(tally(mark("tides", 10))) * 10).toBe(15);
  expect(weightPerPoint(tally(mark("tides", 1_000_000))) * 1_000_000).toBeCloseTo(30, 2);
});

test("scores are what all methods add up to", () => {
  expect(sumTallies([tally(mark("tides", 10)), tally(mark("tides", 10))]).get("tides")).toBe(30);
});

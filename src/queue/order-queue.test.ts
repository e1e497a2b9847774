import { orderQueue } from "./order-queue.ts";
import type { QueueEntry } from "./queue-entry.ts";

const rules = {
  order: ["formal-reviews-first" as const, "roadmap-first" as const, "oldest-readiness-first" as const],
  roadmap: [],
  exceptions: [],
};

function anEntry(pullRequest: number, changes: Partial<QueueEntry> = {}): QueueEntry {
  return {
    pullRequest,
    number: pullRequest,
    title: "Events",
    link: `https://github.example/o/r/pull/${pullRequest}`,
    kind: "formal",
    state: "in-review",
    readySince: "2026-11-02",
    group: { id: "forecasts-wg", name: "Forecasts WG", representative: "asta" },
    sponsor: "asta",
    decides: ["Forecasts WG"],
    waitsFor: { code: "opening", text: "Forecasts WG to open the decision", until: null },
    roadmap: [],
    cycle: null,
    revision: null,
    ...changes,
  };
}

const numbers = (entries: readonly QueueEntry[], applied = rules) =>
  orderQueue(entries, applied, "project.yml:9").map(({ pullRequest }) => pullRequest);

describe("the review queue", () => {
  const oldPre = anEntry(1, { kind: "pre", state: "draft", readySince: "2026-01-05", roadmap: ["Forecasts"] });
  const oldFormal = anEntry(2, { readySince: "2026-02-02" });
  const lateOnRoadmap = anEntry(3, { readySince: "2026-11-20", roadmap: ["Forecasts"] });
  const youngFormal = anEntry(4, { readySince: "2026-11-21" });

  it("has formal reviews first, in each kind the roadmap first, then the oldest readiness date, in whatever order it is given", () => {
    expect(numbers([oldPre, oldFormal, lateOnRoadmap, youngFormal])).toEqual([3, 2, 4, 1]);
    expect(numbers([youngFormal, lateOnRoadmap, oldFormal, oldPre])).toEqual([3, 2, 4, 1]);
  });

  it("follows the constitution's order of the rules", () => {
    const oldestFirst = { ...rules, order: [...rules.order].reverse() };

    expect(numbers([oldPre, oldFormal, lateOnRoadmap, youngFormal], oldestFirst)).toEqual([1, 2, 3, 4]);
  });

  it("puts the lower number first among equals, and says so to those alone", () => {
    const placed = orderQueue([anEntry(12), anEntry(9), youngFormal], rules, null);

    expect(placed.map(({ pullRequest }) => pullRequest)).toEqual([9, 12, 4]);
    expect(placed.map(({ reasons }) => reasons.some(({ code }) => code === "lower-number"))).toEqual([true, true, false]);
  });

  it("counts places from 1, and gives each entry what every rule made of it, with the clause", () => {
    const [first, second] = orderQueue([lateOnRoadmap, oldPre], rules, "project.yml:9");

    expect([first?.place, second?.place]).toEqual([1, 2]);
    expect(first?.reasons).toEqual([
      { code: "formal-review", text: "A formal review, which comes before pre-reviews.", clause: "project.yml:9" },
      { code: "on-roadmap", text: "On the roadmap: Forecasts.", clause: "project.yml:9" },
      { code: "ready-since", text: "Ready since Friday 20 November 2026.", clause: "project.yml:9" },
    ]);
    expect(second?.reasons.map(({ code }) => code)).toEqual(["pre-review", "on-roadmap", "ready-since"]);
  });

  it("puts exceptions first and last in the order in which they were written, each with its reason first, and moves nothing else", () => {
    const exceptions = [
      { "pull-request": 1, place: "first" as const, reason: "A hole that is exploited." },
      { "pull-request": 3, place: "last" as const, reason: "Its group asked to wait." },
      { "pull-request": 4, place: "first" as const, reason: "It goes with #1." },
      { "pull-request": 99, place: "first" as const, reason: "Not in the queue." },
    ];
    const other = anEntry(5, { readySince: "2026-03-03" });

    const placed = orderQueue([oldPre, oldFormal, lateOnRoadmap, youngFormal, other], { ...rules, exceptions }, "project.yml:9");

    expect(placed.map(({ pullRequest }) => pullRequest)).toEqual([1, 4, 2, 5, 3]);
    expect(placed[0]?.reasons[0]).toEqual({
      code: "exception",
      text: "Put first by an exception: A hole that is exploited.",
      clause: "project.yml:9",
    });
    expect(placed[1]?.reasons.map(({ code }) => code)).not.toContain("lower-number");
    expect(placed[2]?.reasons.map(({ code }) => code)).not.toContain("exception");
  });

  it("is ordered by number where the constitution gives no rules", () => {
    expect(orderQueue([oldFormal, oldPre], undefined, null).map(({ pullRequest }) => pullRequest)).toEqual([1, 2]);
  });
});

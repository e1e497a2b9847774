import type { DomainScore } from "../../domain/classification.ts";
import { findDoubts } from "./confidence.ts";
import type { Tally } from "./tally.ts";

const score = (id: string, points: number): DomainScore => ({ id, label: id, score: points, primary: false, touched: false, evidence: [] });

/** A method that saw so many points for each domain, all of them in what is specified. */
function tally(method: string, points: Readonly<Record<string, number>>, specified = true): Tally {
  const marks = Object.entries(points).map(([domain, each]) => ({
    domain,
    kind: "term" as const,
    text: "",
    points: each,
    specified: specified ? each : 0,
    line: null,
  }));
  return { method, budget: 20, half: 10, marks };
}

const agreeing = ["terms", "body", "definitions", "subject"].map((method) => tally(method, { tides: 40 }));
const ranked = [score("tides", 60), score("ships", 10)];
const doubts = (tallies: readonly Tally[] = agreeing, scores: readonly DomainScore[] = ranked, isCut = false) =>
  findDoubts(scores, { tallies, isCut }, [], []);

test("a wide lead on which all ways of reading agree leaves no doubt", () => {
  expect(doubts()).toEqual([]);
});

test.each<[string, readonly DomainScore[], string]>([
  ["nothing scored", [], "Nothing in the text speaks for any domain."],
  ["nothing scored above zero", [score("tides", 0)], "Nothing in the text speaks for any domain."],
  ["all scores are low", [score("tides", 15), score("ships", 1)], "Little in the text speaks for any domain, `tides` included."],
  ["the second is close", [score("tides", 60), score("ships", 40)], "Two domains score alike: `tides` and `ships`."],
])("there is doubt when %s", (_, scores, doubt) => {
  expect(doubts(agreeing, scores)).toEqual([doubt]);
});

test("one domain alone has nobody close to it", () => {
  expect(doubts(agreeing, [score("tides", 60)])).toEqual([]);
});

test.each<[string, readonly Tally[], string]>([
  ["fewer than two ways of reading lead there", [tally("terms", { tides: 40 })], "Only 1 of 1 ways of reading it lead to `tides`."],
  [
    "most ways of reading lead elsewhere",
    [tally("terms", { tides: 40 }), tally("body", { tides: 40 }), ...["a", "b"].map((method) => tally(method, { ships: 9, tides: 8 }))],
    "Only 2 of 4 ways of reading it lead to `tides`.",
  ],
  [
    "what it declares is another's",
    [...agreeing, tally("definitions", { ships: 40 })],
    "Most of the text reads as `tides`, but what its Specification declares points to `ships`.",
  ],
  [
    "its binding sentences lean elsewhere",
    [...agreeing, tally("normative", { ships: 20, tides: 12 })],
    "Most of the text reads as `tides`, but its binding sentences point to `ships`.",
  ],
  [
    "what it specifies reads otherwise",
    [
      tally("terms", { tides: 40 }, false),
      tally("subject", { tides: 40 }, false),
      tally("c", { tides: 9, ships: 8 }, false),
      tally("body", { ships: 9, tides: 8 }),
    ],
    "Its Specification, taken alone, reads as `ships`.",
  ],
  [
    "it specifies nothing",
    ["terms", "subject"].map((method) => tally(method, { tides: 40 }, false)),
    "It specifies nothing that would show `tides`.",
  ],
])("there is doubt when %s", (_, tallies, doubt) => {
  expect(doubts(tallies)).toContain(doubt);
});

test.each<[string, Tally]>([
  ["a method that saw next to nothing", tally("a", { ships: 2 })],
  ["names that lead elsewhere a little, as names of messages do", tally("vocabulary", { ships: 24, tides: 16 })],
])("there is none by %s", (_, contrary) => {
  expect(doubts([...agreeing, contrary])).toEqual([]);
});

test("there is doubt when the text was cut", () => {
  expect(doubts(agreeing, ranked, true)).toEqual(["It is too long to be read whole."]);
});

import { describeMentions, MentionCounter, type Mentions } from "./mentions.ts";
import type { Piece, Zone } from "./zones.ts";

const piece = (zone: Zone, changes: Partial<Piece> = {}): Piece => ({
  zone,
  form: "prose",
  text: "",
  words: [],
  line: 7,
  factor: 1,
  part: null,
  ...changes,
});

function mentionsOf(...seen: readonly (readonly [Piece, number])[]): Mentions {
  const counter = new MentionCounter<string>();
  for (const [where, count] of seen) counter.add("tide", where, count);
  const [first] = counter.all();
  if (first === undefined) throw new Error("Nothing was mentioned");
  return first[1];
}

test.each<[string, readonly (readonly [Piece, number])[]]>([
  ["once, in the title", [[piece("title"), 1]]],
  ["3 times in the Abstract", [[piece("abstract"), 3]]],
  [
    "5 times, mostly in the Specification",
    [
      [piece("abstract"), 1],
      [piece("specification"), 3],
      [piece("specification", { form: "code" }), 1],
    ],
  ],
  [
    "4 times, the title among them",
    [
      [piece("title"), 1],
      [piece("motivation"), 3],
    ],
  ],
])("%s", (text, seen) => {
  expect(describeMentions(mentionsOf(...seen))).toBe(text);
});

test("a mention weighs by where it stands: the title most, asides next to nothing", () => {
  const strengths = (["title", "abstract", "specification", "other", "rationale", "aside"] as const).map(
    (zone) => mentionsOf([piece(zone), 1]).strength,
  );

  expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
  expect(strengths.at(-1)).toBeLessThan(strengths[0] ?? 0);
});

test("what illustrates weighs less", () => {
  expect(mentionsOf([piece("specification", { factor: 0.3 }), 1]).strength).toBeLessThan(mentionsOf([piece("specification"), 1]).strength);
});

test("only what is specified is counted as specified", () => {
  const { strength, specified } = mentionsOf([piece("title"), 1], [piece("specification"), 1]);

  expect(specified).toBeLessThan(strength);
  expect(mentionsOf([piece("title"), 1]).specified).toBe(0);
});

test("the line is that of the first mention", () => {
  expect(mentionsOf([piece("abstract", { line: 9 }), 1], [piece("specification", { line: 20 }), 1]).line).toBe(9);
});

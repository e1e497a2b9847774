import fc from "fast-check";
import { preparePatterns } from "./name-patterns.ts";

const owners = (name: string, ...claims: [pattern: string, owner: string][]) =>
  preparePatterns(claims.map(([pattern, owner]) => ({ pattern, owner }))).ownersOf(name);

test.each<[string, string, [string, string][], string[]]>([
  ["a name belongs to who writes it out", "tides/list", [["tides/list", "tides"]], ["tides"]],
  ["a star at the end stands for any ending", "tides/list", [["tides/*", "tides"]], ["tides"]],
  ["a star at the start stands for any beginning", "ListTidesResult", [["*TidesResult", "tides"]], ["tides"]],
  ["stars inside stand for anything", "ListTidesResult", [["List*Result", "lists"]], ["lists"]],
  [
    "who writes it out wins over a star",
    "tides/list",
    [
      ["tides/*", "tides"],
      ["tides/list", "lists"],
    ],
    ["lists"],
  ],
  [
    "the longer pattern wins, wherever its star stands",
    "tides/list/all",
    [
      ["tides/*", "tides"],
      ["tides/list/*", "lists"],
      ["*/all", "all"],
    ],
    ["lists"],
  ],
  [
    "equally long patterns share it",
    "tides/list",
    [
      ["tides/*", "tides"],
      ["*/lists", "none"],
      ["ti*list", "both"],
    ],
    ["tides", "both"],
  ],
  [
    "a name shorter than a pattern is not its",
    "ti",
    [
      ["tides/*", "tides"],
      ["*tides", "tides"],
    ],
    [],
  ],
  ["case counts", "Tides/list", [["tides/*", "tides"]], []],
  ["signs of regular expressions are plain signs", "axb", [["a.b", "dots"]], []],
  ["nobody claims nothing", "tides", [], []],
])("%s", (_, name, claims, expected) => {
  expect(owners(name, ...claims)).toEqual(expected);
});

test("it answers as the plain reading of all patterns would", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "/"), maxLength: 6 });
  const pattern = fc.oneof(
    word,
    word.map((text) => `${text}*`),
    word.map((text) => `*${text}`),
    fc.tuple(word, word).map(([a, b]) => `${a}*${b}`),
  );
  const claims = fc.array(fc.record({ pattern, owner: fc.constantFrom("x", "y", "z") }), { maxLength: 8 });

  fc.assert(
    fc.property(claims, word, (all, name) => {
      const matching = all
        .map(({ pattern: each, owner }) => ({
          owner,
          fixed: each.includes("*") ? each.length - 1 : Number.POSITIVE_INFINITY,
          form: new RegExp(`^${each.split("*").join(".*")}$`),
        }))
        .filter(({ form }) => form.test(name));
      const most = Math.max(...matching.map(({ fixed }) => fixed));
      const plain = new Set(matching.filter(({ fixed }) => fixed === most).map(({ owner }) => owner));

      expect(new Set(preparePatterns(all).ownersOf(name))).toEqual(plain);
    }),
    { seed: 7, numRuns: 500 },
  );
});

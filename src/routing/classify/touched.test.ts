import type { DomainScore } from "../../domain/classification.ts";
import { emptySpecificationIndex } from "../index-spec/index.ts";
import type { Definition } from "./definition-evidence.ts";
import type { NameLexicon } from "./name-lexicon.ts";
import { findTouched, type TouchInput } from "./touched.ts";

const score = (id: string, points: number): DomainScore => ({ id, label: id, score: points, primary: false, touched: false, evidence: [] });

/** Every name belongs to ships, but for those that tides and ships share with others. */
const names: NameLexicon = {
  find: (name) => {
    if (name === "Unknown") return null;
    const shares: [string, number][] =
      name === "Shared"
        ? [
            ["ships", 0.4],
            ["tides", 0.6],
          ]
        : [["ships", 1]];
    return { shares: new Map(shares), rarity: 1 };
  },
};
const index = { ...emptySpecificationIndex, names: { "ships/list": { kind: "method" as const, on: 1, pages: {} } } };

type Parts = Partial<Omit<TouchInput, "reading">> & Partial<Pick<TouchInput["reading"], "parts" | "definitions" | "changed">>;

function touched({ parts = [], definitions = [], changed = [], ...input }: Parts = {}) {
  const reading = { pieces: [], isCut: false, tallies: [], parts, definitions, changed };
  const ranked = [score("tides", 100), score("ships", 10), score("ports", 0)];
  return findTouched({ reading, ranked, declared: [], exclusions: [], ...input }, names, index);
}

const ids = (input: Parameters<typeof touched>[0]) => [...touched(input).keys()];
const definition = (changes: Partial<Definition>): Definition => ({
  name: "Ship",
  kind: "type",
  newFields: ["mast"],
  line: 9,
  factor: 1,
  ...changes,
});
const part = (scores: Readonly<Record<string, number>>) => ({ heading: "Masts", line: 12, scores: new Map(Object.entries(scores)) });

test("what nothing points to is not touched", () => {
  expect(ids({})).toEqual([]);
});

test.each<[string, Parameters<typeof touched>[0], string[]]>([
  ["a second domain that scores a good part of the first", { ranked: [score("tides", 100), score("ships", 40)] }, ["ships"]],
  ["not one that scores little beside it", { ranked: [score("tides", 100), score("ships", 30)] }, []],
  ["a domain whose files change", { changed: [{ kind: "path", name: "docs/ships.mdx", shares: new Map([["ships", 1]]) }] }, ["ships"]],
  [
    "a domain whose type changes in the schema",
    { changed: [{ kind: "schema", name: "Ship", shares: new Map([["ships", 1]]) }] },
    ["ships"],
  ],
  [
    "not one that has the smaller share of such a type",
    {
      changed: [
        {
          kind: "schema",
          name: "Shared",
          shares: new Map([
            ["ships", 0.4],
            ["tides", 0.6],
          ]),
        },
      ],
    },
    [],
  ],
  ["not the primary, whatever points to it", { changed: [{ kind: "path", name: "docs/tides.mdx", shares: new Map([["tides", 1]]) }] }, []],
  ["a domain that the author declares", { declared: [{ domain: "ships", by: "group", text: "on behalf of Ships", line: 5 }] }, ["ships"]],
  [
    "the domain to which the primary leaves what is in hand",
    { exclusions: [{ domain: "tides", insteadOf: "ships", text: "", line: 1, inTitle: true }] },
    ["ships"],
  ],
  [
    "not one by what another domain leaves out",
    { exclusions: [{ domain: "ports", insteadOf: "ships", text: "", line: 1, inTitle: true }] },
    [],
  ],
  ["not one by what belongs nowhere", { exclusions: [{ domain: "tides", insteadOf: null, text: "", line: 1, inTitle: true }] }, []],
  ["a domain whose type gets a field", { definitions: [definition({})] }, ["ships"]],
  ["not one whose type is repeated", { definitions: [definition({ newFields: [] })] }, []],
  ["not one whose type an example extends", { definitions: [definition({ factor: 0.3 })] }, []],
  ["not one in whose list of capabilities a feature is entered", { definitions: [definition({ name: "ShipCapabilities" })] }, []],
  ["a domain that gets a method", { definitions: [definition({ name: "ships/sail", kind: "method", newFields: [] })] }, ["ships"]],
  ["not one whose method exists", { definitions: [definition({ name: "ships/list", kind: "method", newFields: [] })] }, []],
  ["not one that has the smaller share of a name", { definitions: [definition({ name: "Shared" })] }, []],
  ["nobody by a name that nobody has", { definitions: [definition({ name: "Unknown" })] }, []],
  ["a domain that a part of the Specification is about", { parts: [part({ ships: 20, tides: 2 })] }, ["ships"]],
  ["not one whose part is about the primary too", { parts: [part({ ships: 20, tides: 10 })] }, []],
  ["not one by a part that says little", { parts: [part({ ships: 5 })] }, []],
  ["nobody by a part that says nothing", { parts: [part({})] }, []],
])("touched is %s", (_, input, expected) => {
  expect(ids(input)).toEqual(expected);
});

test("each touch says why, and weighs nothing", () => {
  expect(touched({ parts: [part({ ships: 20 })] }).get("ships")).toEqual([
    { kind: "vocabulary", text: "touched: the part “Masts” is about it", weight: 0, line: 12 },
  ]);
});

test("a heading is not shown without end", () => {
  const [evidence] = touched({ parts: [{ ...part({ ships: 20 }), heading: "M".repeat(500) }] }).get("ships") ?? [];

  expect(evidence?.text.length).toBeLessThan(150);
});

import { parseProposal } from "../../proposals/index.ts";
import { readNormativePieces, readPieces } from "./zones.ts";

const read = (body: string) => readPieces(parseProposal(`# SEP-7: Tides\n\n- **Status**: Draft\n\n${body}\n`, "seps/7-a.md"));
const textOf = (body: string, zone: string) =>
  read(body)
    .pieces.filter((piece) => piece.zone === zone && piece.form === "prose")
    .map(({ text }) => text)
    .join("\n");

test.each([
  ["Abstract", "abstract"],
  ["Motivation", "motivation"],
  ["Rationale", "rationale"],
  ["Security Implications", "aside"],
  ["Backward Compatibility", "aside"],
  ["Background", "aside"],
  ["Tide tables", "other"],
])("what stands under %s is of the zone %s", (heading, zone) => {
  expect(textOf(`## ${heading}\n\nHigh water.\n\n## Specification\n\nLow water.`, zone)).toBe("High water.");
});

test("without a Specification the sections of no other kind are it", () => {
  expect(textOf("## Tide tables\n\nHigh water.", "specification")).toBe("High water.");
});

test("the title is a piece, and neither the preamble nor the title's own heading is", () => {
  expect(read("").pieces.map(({ zone, text }) => [zone, text])).toEqual([["title", "Tides"]]);
});

test.each([
  ["an example in brackets", "Tides rise (e.g., in Bergen) twice.", "Tides rise   twice."],
  ["a sentence that denies a change", "Tides rise. This does not change ships.", "Tides rise."],
  ["a sentence that says something stays", "Tides rise. Ships remain the same.", "Tides rise."],
  ["a list item that denies", "- Tides rise\n- No change to ships", "Tides rise"],
])("%s is left out", (_, prose, left) => {
  expect(textOf(`## Specification\n\n${prose}`, "specification")).toBe(left);
});

test("a sentence said twice counts once, wherever it is said", () => {
  expect(textOf("## Abstract\n\nTides rise.\n\n## Specification\n\nTides rise. Tides rise. Ships sail.", "specification")).toBe(
    "Ships sail.",
  );
});

test("inline code of a sentence that is left out is left out too", () => {
  const codes = read("## Specification\n\n`Tide` rises. This does not change `Ship`.").pieces.filter(({ form }) => form === "inline-code");

  expect(codes.map(({ text }) => text)).toEqual(["Tide"]);
});

test("comments of code are left out, addresses are not", () => {
  const body = '## Specification\n\n```ts\n/* ships */\nconst tide = "https://tides.example/a"; // ships\n# ships\n```';
  const [code] = read(body).pieces.filter(({ form }) => form === "code");

  expect(code?.text).not.toContain("ships");
  expect(code?.text).toContain("https://tides.example/a");
});

test("parts of the Specification that illustrate count for less, with all that stands in them", () => {
  const body = "## Specification\n\nTides.\n\n### Example\n\nA tide.\n\n#### Deeper\n\nAnother.\n\n### Rules\n\nBinding.";
  const factors = read(body)
    .pieces.filter(({ zone, form }) => zone === "specification" && form === "prose")
    .map(({ text, factor }) => [text, factor < 1]);

  expect(factors).toEqual([
    ["Tides.", false],
    ["A tide.", true],
    ["Another.", true],
    ["Binding.", false],
  ]);
});

test("deeper sections belong to the part above them", () => {
  const body = "## Specification\n\nAll.\n\n### High\n\nUp.\n\n#### Springs\n\nMore.\n\n### Low\n\nDown.";
  const parts = read(body).pieces.flatMap(({ form, text, part }) => (form === "prose" ? [[text, part]] : []));

  expect(parts).toEqual([
    ["All.", "Specification"],
    ["Up.", "High"],
    ["More.", "High"],
    ["Down.", "Low"],
  ]);
});

test("binding sentences of the Specification are read once each, those of other sections not", () => {
  const body = "## Security Implications\n\nShips MUST wait.\n\n## Specification\n\nTides MUST rise. They do. Tides MUST rise.";
  const pieces = readNormativePieces(parseProposal(`# SEP-7: Tides\n\n${body}\n`, "seps/7-a.md"));

  expect(pieces.map(({ text }) => text)).toEqual(["Tides MUST rise."]);
});

import { smallConstitution } from "../../../test/support/constitution.ts";
import type { Classification } from "../../domain/classification.ts";
import { parseProposal } from "../../proposals/index.ts";
import { buildSpecificationIndex, emptySpecificationIndex } from "../index-spec/index.ts";
import { prepareClassifier } from "./classifier.ts";

const domains = `domains:
  - id: forecasts
    label: "domain: forecasts"
    description: How servers publish forecasts of the weather to come.
    in: [forecast messages and their outlook]
    out:
      - { text: readings of instruments, domain: readings, terms: [barometer] }
      - { text: broadcasting by radio, terms: [radio mast] }
    signals:
      paths: [docs/specification/draft/forecasts/]
      names: ["forecasts/*", "*Forecast"]
      terms: [forecast, outlook, prediction model]
      declared: [Forecasts WG, forecasts-wg]
  - id: readings
    label: "domain: readings"
    description: How instruments report what they measure.
    in: [readings of instruments and their calibration]
    signals:
      paths: [docs/specification/draft/readings/]
      names: ["readings/*", Reading, "Station*"]
      terms: [barometer, thermometer, calibration, instrument]
      declared: [Readings IG, readings]
  - id: core
    label: "domain: core"
    description: Messages and errors that hold for everything.
    signals:
      paths: [docs/specification/draft/basic/]
      terms: [error code, envelope]
    fallback: schema-changes
  - id: governance
    label: "domain: governance"
    description: How the project is organised.
    signals: { paths: [docs/community/], terms: [charter, vote, maintainer] }
    fallback: process-only
    about: project
`;

const pages = [
  {
    path: "specification/draft/forecasts/index.mdx",
    text: "---\ntitle: Forecasts\n---\nA server publishes a forecast. Clients ask by `forecasts/get` and receive a `ForecastResult` with hours, regions and an outlook.\n\n## Regional outlook\n\nRain, wind, sunshine.",
  },
  {
    path: "specification/draft/readings/index.mdx",
    text: "---\ntitle: Readings\n---\nAn instrument reports a reading: `readings/list` gives `Reading` values of barometers and thermometers, with calibration.\n\n## Calibration of instruments\n\nSensors drift.",
  },
  {
    path: "specification/draft/basic/index.mdx",
    text: "---\ntitle: Basics\n---\nEvery message has an envelope. An error code says what failed.",
  },
  { path: "community/roles.mdx", text: "---\ntitle: Roles\n---\nMaintainers vote. A charter names the members and leads." },
];
const schema = {
  $defs: {
    GetForecastRequest: { properties: { method: { const: "forecasts/get" }, params: {} } },
    ListReadingsRequest: { properties: { method: { const: "readings/list" } } },
    Reading: { properties: { value: {}, unit: {} } },
    ServerCapabilities: { properties: { readings: {}, forecasts: {} } },
  },
};

const constitution = smallConstitution().with("domains.yml", domains);
const governance = constitution.governance();
const index = buildSpecificationIndex(pages, schema);
const classifier = prepareClassifier(governance, index);

interface Parts {
  readonly title?: string;
  readonly type?: string;
  readonly fields?: string;
  readonly abstract?: string;
  readonly specification?: string;
  readonly more?: string;
}

/** A plain proposal about forecasts, but for what is given. */
function proposal({ title, type, fields = "", abstract, specification, more = "" }: Parts = {}) {
  const text = `# SEP-7: ${title ?? "Hourly outlook in forecasts"}

- **Status**: Draft
- **Type**: ${type ?? "Standards Track"}
${fields}
## Abstract

${abstract ?? "Adds an hourly outlook to the forecast that a server publishes for a region."}

## Specification

${specification ?? "The result of `forecasts/get` gains an outlook for each hour.\n\nA server MAY publish an hourly forecast. A client SHOULD show the outlook of its region."}

${more}
`;
  return parseProposal(text, "seps/7-hourly.md");
}

function classify(parts: Parts = {}, input: { changedPaths?: string[]; byHand?: string | null } = {}): Classification {
  return classifier.classify(proposal(parts), { changedPaths: input.changedPaths ?? [], byHand: input.byHand ?? null });
}

const first = ({ domains: [best] }: Classification) => best?.id;
const scoreOf = ({ domains: all }: Classification, id: string) => all.find((domain) => domain.id === id)?.score ?? 0;
const evidenceOf = ({ domains: all }: Classification, id: string) => all.find((domain) => domain.id === id)?.evidence ?? [];
const touchedBy = ({ domains: all }: Classification) => all.filter(({ touched }) => touched).map(({ id }) => id);

describe("a proposal that keeps to one subject", () => {
  const found = classify();

  test("is put there, confidently, and touches nothing else", () => {
    expect(first(found)).toBe("forecasts");
    expect(found).toMatchObject({ confident: true, doubts: [] });
    expect(touchedBy(found)).toEqual([]);
  });

  test("has exactly one primary domain, and every domain of the constitution in its list", () => {
    expect(found.domains.filter(({ primary }) => primary)).toHaveLength(1);
    expect(found.domains.map(({ id }) => id).toSorted()).toEqual(["core", "forecasts", "governance", "readings"]);
  });

  test("has scores that are the sums of the evidence shown", () => {
    for (const { score, evidence } of found.domains) {
      expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 6);
    }
  });

  test("says in words what was seen, how often and where", () => {
    const texts = evidenceOf(found, "forecasts").map(({ text }) => text);

    expect(texts).toContain("`forecasts/get` once, in the Specification");
    expect(texts).toContainEqual(expect.stringMatching(/^“forecast” \d+ times, the title among them$/));
    expect(texts).toContainEqual(expect.stringMatching(/^words of its title resemble the domain/));
    expect(texts).toContainEqual(expect.stringMatching(/^words of its binding sentences resemble/));
    expect(texts).toContainEqual(
      expect.stringMatching(/^words of its title and Abstract resemble the domain's pages and charters \(0\.\d\d\): \w+/),
    );
  });
});

describe("how much a sign weighs", () => {
  const weightOf = (found: Classification, id: string, text: RegExp) =>
    evidenceOf(found, id).find((each) => text.test(each.text))?.weight ?? 0;

  test("links to a domain's pages count, by where they stand", () => {
    const specification = "An outlook, see [readings](/specification/draft/readings).";

    expect(
      weightOf(classify({ specification }), "readings", /^links to `docs\/specification\/draft\/readings\/index\.mdx` once, in the Spec/),
    ).toBeGreaterThan(0);
    expect(
      weightOf(classify({ more: "## Motivation\n\nSee [readings](/specification/draft/readings)." }), "readings", /^links to/),
    ).toBeLessThan(weightOf(classify({ specification }), "readings", /^links to/));
  });

  test("a link before all sections, or to a page of nobody, counts nothing", () => {
    expect(weightOf(classify({ fields: "- **See**: [x](/specification/draft/readings)\n" }), "readings", /^links to/)).toBe(0);
    expect(weightOf(classify({ specification: "[x](/specification/draft/elsewhere)" }), "readings", /^links to/)).toBe(0);
  });

  test("a rare term weighs more than one that is on many pages", () => {
    const often = Array.from({ length: 9 }, (_, at) => ({ path: `specification/draft/more/${at}.mdx`, text: "The outlook of it." }));
    const crowded = prepareClassifier(governance, buildSpecificationIndex([...pages, ...often], schema));
    const found = crowded.classify(proposal({ specification: "An outlook. A prediction.", abstract: "Something." }), { changedPaths: [] });
    const rare = prepareClassifier(governance, index).classify(
      proposal({ specification: "An outlook. A prediction.", abstract: "Something." }),
      { changedPaths: [] },
    );
    const share = (all: Classification) => weightOf(all, "forecasts", /^“outlook”/) / weightOf(all, "forecasts", /^“forecast”/);

    expect(share(found)).toBeLessThan(share(rare));
  });

  test("a name of one page weighs more than one that is on many pages", () => {
    const often = Array.from({ length: 9 }, (_, at) => ({ path: `specification/draft/more/${at}.mdx`, text: "Ask `forecasts/get`." }));
    const crowded = prepareClassifier(governance, buildSpecificationIndex([...pages, ...often], schema));
    const specification = "See `forecasts/get` and `HourForecast`.";
    const share = (all: Classification) => weightOf(all, "forecasts", /^`forecasts\/get`/) / weightOf(all, "forecasts", /^`HourForecast`/);

    expect(share(crowded.classify(proposal({ specification }), { changedPaths: [] }))).toBeLessThan(share(classify({ specification })));
  });
});

describe("the thing whose text changes decides, not the motive", () => {
  test("a motive told in the Motivation does not move it", () => {
    const more = "## Motivation\n\nBarometers, thermometers and every instrument drift. Calibration of a barometer is costly.";

    expect(first(classify({ more }))).toBe("forecasts");
  });

  test("a title and Abstract that promise one thing over a Specification of another are never believed", () => {
    const specification =
      "`readings/list` gains `calibration`. A server MUST report the calibration of each barometer and thermometer with every `Reading`.";
    const found = classify({ specification });

    expect(found.confident).toBe(false);
    expect(found.doubts.join(" ")).toContain("readings");
  });

  test("words repeated again and again weigh little more than words said once", () => {
    const once = scoreOf(classify({ specification: "A server reports calibration." }), "forecasts");
    const often = scoreOf(classify({ specification: `A server reports calibration. ${"Forecast. ".repeat(500)}` }), "forecasts");

    expect(often / once).toBeLessThan(1.6);
  });

  test("what it says it does not change is no sign of its subject", () => {
    const said = classify({
      specification: "The outlook is hourly.\n\nThis proposal does not change `readings/list`. `Reading` is unchanged.",
    });

    expect(evidenceOf(said, "readings").filter(({ kind }) => kind === "vocabulary")).toEqual([]);
  });

  test.each(["Non-goals", "Out of scope", "References", "Acknowledgements"])(
    "what stands under “%s” is no sign of its subject",
    (heading) => {
      const more = `## ${heading}\n\n\`readings/list\`, \`Reading\`, barometer, thermometer, calibration`;

      expect(scoreOf(classify({ more }), "readings")).toBe(scoreOf(classify(), "readings"));
    },
  );

  test("comments in code are no sign of its subject", () => {
    const code = "```ts\n// readings/list and ListReadingsRequest, by barometer\ninterface HourForecast { hour: number }\n```";

    expect(evidenceOf(classify({ specification: code }), "readings").filter(({ kind }) => kind !== "similarity")).toEqual([]);
  });
});

describe("files that the pull request changes are the strongest evidence", () => {
  const changedPaths = ["docs/specification/draft/readings/index.mdx"];

  test("they move the score of their domain more than anything said", () => {
    expect(evidenceOf(classify({}, { changedPaths }), "readings")[0]).toMatchObject({
      kind: "path",
      text: "changes `docs/specification/draft/readings/index.mdx`",
    });
  });

  test("they touch their domain, and the text and they at odds make doubt", () => {
    const found = classify({}, { changedPaths });

    expect(touchedBy(found)).toContain(first(found) === "readings" ? "forecasts" : "readings");
    expect(found.confident).toBe(false);
  });

  test.each([
    ["the proposal's own file", "seps/7-hourly.md"],
    ["a page made from it", "docs/community/seps/7-hourly.mdx"],
    ["a schema file, which is everybody's", "schema/draft/schema.json"],
    ["a file of nobody", "package.json"],
  ])("%s says nothing", (_, path) => {
    const found = classify({}, { changedPaths: [path] });

    expect(scoreOf(found, "forecasts")).toBe(scoreOf(classify(), "forecasts"));
  });
});

describe("what differs in the schema", () => {
  const withNames = (...changedNames: string[]) =>
    classifier.classify(proposal(), { changedPaths: ["schema/draft/schema.json"], changedNames });

  test("speaks for the domains whose types they are, and touches them", () => {
    const found = withNames("Reading.value", "Reading.unit[]", "Reading");

    expect(evidenceOf(found, "readings").filter(({ kind }) => kind === "schema")).toHaveLength(first(found) === "readings" ? 1 : 2);
    expect(evidenceOf(found, "readings")[0]?.text).toBe("changes `Reading` in the schema");
    expect(found.confident).toBe(false);
  });

  test("says nothing by new types of nobody, nor by an entry among the capabilities", () => {
    expect(scoreOf(withNames("Unheard.of", "ServerCapabilities.hourly"), "forecasts")).toBe(scoreOf(classify(), "forecasts"));
    expect(touchedBy(withNames("Unheard.of", "ServerCapabilities.hourly"))).toEqual([]);
  });
});

describe("what a domain leaves out", () => {
  test("counts against it, visibly, when the title says it", () => {
    const found = classify({ title: "Forecast outlook by barometer" });
    const exclusion = evidenceOf(found, "forecasts").find(({ kind }) => kind === "exclusion");

    expect(exclusion?.weight).toBeLessThan(0);
    expect(exclusion?.text).toContain("leaves out “readings of instruments”");
  });

  test("makes doubt when the title names what belongs elsewhere, and touches that domain", () => {
    const found = classify({ title: "Forecast outlook by barometer" });

    expect(found.doubts.join(" ")).toContain("that would be `readings`");
    expect(touchedBy(found)).toContain("readings");
  });

  test("counts though it belongs nowhere else", () => {
    const exclusion = evidenceOf(classify({ title: "Forecast outlook by radio mast" }), "forecasts").find(
      ({ kind }) => kind === "exclusion",
    );

    expect(exclusion?.weight).toBeLessThan(0);
  });

  test("does not count when only named in passing", () => {
    const found = classify({ more: "## Rationale\n\nA barometer was considered." });

    expect(evidenceOf(found, "forecasts").some(({ kind }) => kind === "exclusion")).toBe(false);
  });
});

describe("exclusions of a charter", () => {
  test("are met by a title that uses their words", () => {
    const met = classifier.exclusionsMet(proposal({ title: "Forecasts by barometer" }), "forecasts-wg");

    expect(met.map(({ text }) => text)).toEqual(["Not how instruments report."]);
  });

  test("are not met in passing, nor by groups that have none or are unknown", () => {
    expect(classifier.exclusionsMet(proposal({ more: "## Rationale\n\nA barometer was considered." }), "forecasts-wg")).toEqual([]);
    expect(classifier.exclusionsMet(proposal({ title: "By barometer" }), "readings-ig")).toEqual([]);
    expect(classifier.exclusionsMet(proposal({ title: "By barometer" }), "nobody")).toEqual([]);
  });
});

describe("what the author declares", () => {
  const declared = { fields: "- **Domain**: readings\n" };

  test("never adds to a score", () => {
    for (const id of ["forecasts", "readings"]) expect(scoreOf(classify(declared), id)).toBe(scoreOf(classify(), id));
  });

  test("adds the domain it names, and doubt where the text says otherwise", () => {
    const found = classify(declared);

    expect(first(found)).toBe("forecasts");
    expect(touchedBy(found)).toEqual(["readings"]);
    expect(found.doubts).toEqual(["It reads as `forecasts`, but the Domain field says “readings”."]);
  });

  test("changes nothing where the text agrees", () => {
    expect(classify({ fields: "- **Domain**: forecasts\n" })).toMatchObject({ confident: true });
  });

  test("counts as a concern, without doubt, when it is only written in another group's name", () => {
    const found = classify({ fields: "- **Author(s)**: A Stranger (@passer-by), on behalf of the Readings IG\n" });

    expect(touchedBy(found)).toEqual(["readings"]);
    expect(found.confident).toBe(true);
  });

  test("is read from an identifier too", () => {
    expect(touchedBy(classify({ fields: "- **Extension Identifier**: `readings/live`\n" }))).toEqual(["readings"]);
  });
});

describe("a domain is touched when its own text or schema would change", () => {
  test.each([
    ["a type of its gets a field", "```ts\ninterface Reading {\n  value: number;\n  unit: string;\n  origin: string;\n}\n```"],
    ["its methods get a new one", '```json\n{ "method": "readings/archive" }\n```'],
    ["a heading of the Specification names a new method of its", "### `readings/archive`\n\nA server MAY keep old values."],
  ])("because %s", (_, addition) => {
    const found = classify({
      specification: `The outlook of a forecast is hourly by \`forecasts/get\`. A server MAY publish an hourly forecast.\n\n${addition}`,
    });

    expect(touchedBy(found)).toContain("readings");
  });

  test.each([
    ["its messages are shown", '```json\n{ "method": "readings/list" }\n```'],
    ["its type is repeated as it is", "```ts\ninterface Reading {\n  value: number;\n  unit: string;\n}\n```"],
    ["a feature enters its key among the capabilities", "```ts\ninterface ServerCapabilities {\n  hourly?: object;\n}\n```"],
    ["an example gives its type a field", "### Example\n\n```ts\ninterface Reading {\n  origin: string;\n}\n```"],
  ])("but not because %s", (_, addition) => {
    const specification = `The outlook of a forecast is hourly by \`forecasts/get\`. A server MAY publish an hourly forecast with an outlook.\n\n${addition}`;

    expect(touchedBy(classify({ specification }))).toEqual([]);
  });

  test("because a part of the Specification is about it alone", () => {
    const rider = `### Readings\n\nAn instrument MUST report its calibration. Every barometer and thermometer SHOULD answer \`readings/list\` with \`Reading\` values. ${"Calibration of instruments: a barometer drifts. "}`;
    const long = "A server MAY publish an hourly forecast. A client SHOULD show the outlook that `forecasts/get` gives. ".concat(
      "The prediction model of a forecast is named in `HourForecast`, with the outlook of each region.",
    );
    const found = classify({ specification: `### Forecasts\n\n${long}\n\n${rider}` });

    expect(touchedBy(found)).toContain("readings");
    expect(evidenceOf(found, "readings").some(({ text }) => text.startsWith("touched: "))).toBe(true);
  });
});

describe("what a person settled", () => {
  const found = classify({}, { byHand: "readings" });

  test("stands first, surely, with the machine's own evidence kept", () => {
    expect(first(found)).toBe("readings");
    expect(found).toMatchObject({ confident: true, doubts: [] });
    expect(evidenceOf(found, "readings")[0]).toMatchObject({ kind: "person" });
    expect(scoreOf(found, "forecasts")).toBe(scoreOf(classify(), "forecasts"));
  });

  test("is left aside when the constitution has no such domain", () => {
    expect(first(classify({}, { byHand: "elsewhere" }))).toBe("forecasts");
  });
});

describe("what fits nowhere", () => {
  const nothing = { title: "Azure", abstract: "Azure looks nicer.", specification: "Paint walls azure." };

  test("goes to the domain of schema changes when something binds, as a guess", () => {
    const found = classify({ ...nothing, specification: "Walls MUST look azure." });

    expect(first(found)).toBe("core");
    expect(found.confident).toBe(false);
    expect(scoreOf(found, "core")).toBeCloseTo(
      evidenceOf(found, "core").reduce((sum, { weight }) => sum + weight, 0),
      6,
    );
  });

  test.each([
    ["nothing binds", nothing],
    ["its type is Process", { ...nothing, type: "Process", specification: "Walls MUST look azure." }],
  ])("goes to the domain of people and process when %s, as a guess", (_, parts) => {
    expect(first(classify(parts))).toBe("governance");
    expect(classify(parts).confident).toBe(false);
  });

  test("stays with the best guess where the constitution names no such domain", () => {
    const without = constitution.edit("domains.yml", "    fallback: schema-changes\n", "").governance();
    const found = prepareClassifier(without, index).classify(proposal({ ...nothing, specification: "Walls MUST look azure." }), {
      changedPaths: [],
    });

    expect(found.domains[0]?.primary).toBe(true);
    expect(found.confident).toBe(false);
  });
});

describe("without what it usually rests on", () => {
  test("an empty file has a domain and a doubt", () => {
    const found = classifier.classify(parseProposal("", "seps/0000-a.md"), { changedPaths: [] });

    expect(found.domains).toHaveLength(4);
    expect(found.doubts.length).toBeGreaterThan(0);
  });

  test("a file without a Specification heading is read by its other sections", () => {
    const text =
      "# SEP-7: Hourly outlook in forecasts\n\n## Abstract\n\nAn hourly forecast.\n\n## Proposed state\n\n`forecasts/get` gains an outlook.\n";
    const found = classifier.classify(parseProposal(text, "seps/7-a.md"), { changedPaths: [] });

    expect(evidenceOf(found, "forecasts").map(({ text: seen }) => seen)).toContain("`forecasts/get` once, in the Specification");
  });

  test("an Abstract alone is never enough to be sure", () => {
    const text =
      "# SEP-7: Hourly outlook in forecasts\n\n## Abstract\n\nAdds an hourly outlook to `forecasts/get` and the forecast of a region.\n";
    const found = classifier.classify(parseProposal(text, "seps/7-a.md"), { changedPaths: [] });

    expect(found.confident).toBe(false);
    expect(found.doubts).toContain("It specifies nothing that would show `forecasts`.");
  });

  test("an empty index leaves the constitution's own signals", () => {
    const found = prepareClassifier(governance, emptySpecificationIndex).classify(proposal(), { changedPaths: [] });

    expect(first(found)).toBe("forecasts");
  });

  test("two domains that claim the same name share it", () => {
    const both = constitution
      .edit("domains.yml", '["readings/*", Reading, "Station*"]', '["readings/*", Reading, "forecasts/*"]')
      .governance();
    const found = prepareClassifier(both, index).classify(proposal(), { changedPaths: [] });

    expect(evidenceOf(found, "readings").map(({ text }) => text)).toContain("`forecasts/get` once, in the Specification");
  });

  test("of two patterns the one that says more decides", () => {
    const closer = constitution
      .edit("domains.yml", '["readings/*", Reading, "Station*"]', '["readings/*", Reading, "forecasts/past/*"]')
      .governance();
    const found = prepareClassifier(closer, index).classify(proposal({ specification: "See `forecasts/past/list`." }), {
      changedPaths: [],
    });

    expect(evidenceOf(found, "readings").map(({ text }) => text)).toContain("`forecasts/past/list` once, in the Specification");
    expect(evidenceOf(found, "forecasts").map(({ text }) => text)).not.toContain("`forecasts/past/list` once, in the Specification");
  });
});

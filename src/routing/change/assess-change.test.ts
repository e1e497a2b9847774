import { aClassification } from "../../../test/support/classification.ts";
import { smallConstitution } from "../../../test/support/constitution.ts";
import type { ChangeClass } from "../../domain/proposal-vocabulary.ts";
import { parseProposal } from "../../proposals/index.ts";
import { assessChange, type SchemaFinding } from "./assess-change.ts";

const governance = smallConstitution().governance();

interface Parts {
  readonly title?: string;
  readonly type?: string;
  readonly fields?: string;
  readonly abstract?: string;
  readonly specification?: string;
  readonly compatibility?: string;
  readonly domain?: string;
  readonly schemaFindings?: readonly SchemaFinding[];
  readonly byHand?: ChangeClass;
}

const plain = {
  title: "Hourly outlook",
  type: "Standards Track",
  abstract: "Adds an hourly outlook to forecasts.",
  specification: "A server MAY send `hours`.",
  compatibility: "The field is optional.",
};

function assess(parts: Parts = {}) {
  const { title, type, abstract, specification, compatibility } = { ...plain, ...parts };
  const text = `# SEP-7: ${title}

- **Status**: Draft
- **Type**: ${type}
${parts.fields ?? ""}
## Abstract

${abstract}

## Specification

${specification}

## Backward Compatibility

${compatibility}
`;
  return assessChange(parseProposal(text, "seps/7-a.md"), {
    schemaFindings: parts.schemaFindings ?? null,
    classification: aClassification(parts.domain ?? "forecasts"),
    governance,
    byHand: parts.byHand ?? null,
  });
}

const finding = (breaking: boolean): SchemaFinding => ({
  path: "schema/draft/schema.json",
  name: "Forecast.hours",
  kind: breaking ? "field-removed" : "field-added",
  breaking,
});

describe("words alone", () => {
  test.each<[string, Parts, ChangeClass]>([
    ["something optional is added", {}, "additive"],
    [
      "something is announced without a claim of being optional",
      { abstract: "This proposal defines hourly forecasts.", compatibility: "" },
      "additive",
    ],
    [
      "existing behaviour is stated",
      { abstract: "Clarifies the existing behaviour, which is ambiguous.", specification: "As today.", compatibility: "Editorial." },
      "clarification",
    ],
    ["it calls itself a breaking change", { compatibility: "This is a breaking change." }, "breaking"],
    ["it calls itself incompatible", { abstract: "This proposal introduces a backward-incompatible outlook." }, "breaking"],
    ["its title removes something", { title: "Remove daily forecasts" }, "breaking"],
    ["its title deprecates something", { title: "Deprecate daily forecasts" }, "breaking"],
    ["it removes what exists", { abstract: "This SEP removes `forecasts/daily`. We also remove `days`." }, "breaking"],
    ["those who conform must change", { compatibility: "Existing clients must update. Servers will have to migrate." }, "breaking"],
    [
      "an obligation is new to everyone",
      { title: "Hours are mandatory", abstract: "Clients must send hours. Servers must answer." },
      "breaking",
    ],
    [
      "one sign of breaking stands against claims of being optional",
      { compatibility: "The field is optional. Daily values are no longer sent." },
      "unclear",
    ],
    ["it says nothing of what it does", { abstract: "Weather.", specification: "Rain.", compatibility: "" }, "unclear"],
  ])("when %s", (_, parts, found) => {
    expect(assess(parts).class).toBe(found);
  });

  test.each([
    "There are no breaking changes.",
    "This is not a breaking change.",
    "It does not remove or rename anything.",
    "Existing clients are not required to change. Nothing is deprecated.",
    "A non-breaking addition.",
    "It replaces the need for polling.",
  ])("a denial is no sign of breaking: %s", (compatibility) => {
    expect(assess({ compatibility }).class).toBe("additive");
  });

  test.each(["Fully backward compatible.", "100% compatible, purely additive, optional, no breaking changes."])(
    "a claim never lowers what the Specification does: %s",
    (compatibility) => {
      const found = assess({
        compatibility,
        abstract: "This SEP removes `forecasts/daily`, and clients must use hours.",
        title: "Remove days",
      });

      expect(found.class).toBe("breaking");
    },
  );

  test("an obligation on those who take part in something new breaks nobody", () => {
    expect(assess({ abstract: "Adds an outlook. Servers that support it must send hours." }).class).toBe("additive");
  });

  test("what stands in alternatives and rationale says nothing of the change", () => {
    expect(assess({ specification: "A server MAY send `hours`.\n\n### Alternatives\n\nRemove days, a breaking change." }).class).toBe(
      "additive",
    );
  });

  test("a class comes with the sentences that show it, and their lines", () => {
    const [strongest] = assess({ compatibility: "This is a breaking change." }).evidence;

    expect(strongest).toMatchObject({ kind: "term", text: "breaking: “This is a breaking change.”", weight: 4, line: 14 });
  });
});

describe("what the proposal is", () => {
  test.each<[string, Parts, ChangeClass]>([
    ["process by its type", { type: "Process" }, "process"],
    ["process by its domain, whatever its type", { domain: "governance" }, "process"],
    ["extension by its type", { type: "Extensions Track" }, "extension"],
    ["extension by the identifier it names", { fields: "- **Extension Identifier**: `org.example/hours`\n" }, "extension"],
    [
      "extension by its own words",
      { abstract: "This SEP defines an optional extension for hours. This extension adds hours." },
      "extension",
    ],
    ["extension by a section that names its identifier", { specification: "### Extension Identifier\n\n`org.example/hours`" }, "extension"],
    ["informational by its type", { type: "Informational" }, "informational"],
    ["no mere guidance when it breaks", { type: "Informational", compatibility: "This is a breaking change." }, "breaking"],
    ["process before extension, when it is about extensions as such", { domain: "governance", type: "Extensions Track" }, "process"],
  ])("%s", (_, parts, found) => {
    expect(assess(parts).class).toBe(found);
  });

  test.each(["a JSON Schema extension keyword", "a narrow extension of the outlook", "an extension point for servers"])(
    "no extension by a word that only sounds like it: %s",
    (words) => {
      expect(assess({ abstract: `Adds hours as ${words}.` }).class).toBe("additive");
    },
  );

  test("unclear when it is process and changes the schema all the same", () => {
    expect(assess({ type: "Process", schemaFindings: [finding(false)] })).toMatchObject({ class: "unclear" });
  });
});

describe("the schema's own difference", () => {
  test("breaks when one finding breaks, whatever is claimed", () => {
    const found = assess({ schemaFindings: [finding(false), finding(true)], compatibility: "Fully backward compatible." });

    expect(found.class).toBe("breaking");
    expect(found.evidence).toEqual([
      { kind: "schema", text: "`schema/draft/schema.json`: field removed `Forecast.hours`, which breaks", weight: 1, line: null },
    ]);
  });

  test("adds when nothing in it breaks", () => {
    expect(assess({ schemaFindings: [finding(false)], compatibility: "" }).class).toBe("additive");
  });

  test("is unclear when the words speak of breaking and it does not", () => {
    expect(assess({ schemaFindings: [finding(false)], compatibility: "This is a breaking change." }).class).toBe("unclear");
  });

  test("says nothing when it is empty", () => {
    expect(assess({ schemaFindings: [], compatibility: "This is a breaking change." }).class).toBe("breaking");
  });

  test("forbids to call guidance what changes it", () => {
    expect(assess({ type: "Informational", schemaFindings: [finding(false)], compatibility: "" }).class).toBe("additive");
  });
});

test("what a person settled stands", () => {
  expect(assess({ byHand: "additive", compatibility: "This is a breaking change." })).toEqual({
    class: "additive",
    evidence: [{ kind: "person", text: "settled by a person", weight: 1, line: null }],
  });
});

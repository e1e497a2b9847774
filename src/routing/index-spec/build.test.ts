import { buildSpecificationIndex } from "./build.ts";
import { renderSpecificationIndex } from "./render.ts";
import { SpecificationIndex } from "./specification-index.ts";

const tides = {
  path: "specification/draft/coast/tides.mdx",
  text: `---
title: Tides
---

A client asks by \`tides/list\`, see [the type](/specification/draft/schema#tidetable).

## Tide tables

\`\`\`json
{ "method": "tides/list", "params": { "harbourName": "Bergen" } }
\`\`\`

<Note>Tides follow the moon.</Note>

The header \`Tide-Station-Id\` says where; the key \`io.modelcontextprotocol/tides\` why; \`-32077\` that it failed.
JSON-RPC in \`JSON-RPC\` is no header, and \`lib/other\` no method.

### Out of Scope

Volcanoes and \`tides/list\`.

#### Deeper

More volcanoes.

## Overview of everything

Text.
`,
};
const harbours = {
  path: "docs/specification/draft/coast/harbours.mdx",
  text: "# Harbours\n\nShips call `tides/list` too. `Harbour` has a `harbourName`.\n\n## Overview of everything\n\nText. notifications/harbours/closed in `notifications/harbours/closed`.\n",
};
const ships = {
  path: "specification/draft/coast/ships.mdx",
  text: "# Ships\n\n## Before `tides/list`\n\n`tides/list`, `tides/list`, `tides/list`, and again `tides/list`.\n",
};
const guide = { path: "community/guide.md", text: "# Guide\n\n## Getting started quickly\n\nWrite.\n" };

const schema = {
  $defs: {
    ListTidesRequest: { properties: { method: { const: "tides/list" }, params: { $ref: "#/$defs/ListTidesRequestParams" } } },
    ListTidesRequestParams: { properties: { harbourName: {}, since: {} } },
    ListTidesResult: { properties: { tides: { items: { $ref: "#/$defs/TideTable" } } } },
    TideTable: { properties: { hours: { $ref: "#/$defs/TideHour" } } },
    TideHour: { anyOf: [{ $ref: "#/$defs/TideHour" }, { type: "string" }] },
    Harbour: { properties: { harbourName: {}, name: {} } },
    Island: { properties: { name: {} } },
    HarbourClosedNotification: { properties: { method: { const: "notifications/harbours/closed" } } },
  },
};

const index = buildSpecificationIndex([tides, harbours, guide], schema);
const tidesPage = "docs/specification/draft/coast/tides.mdx";
const harboursPage = "docs/specification/draft/coast/harbours.mdx";
const pagesOf = (name: string) => Object.keys(index.names[name]?.pages ?? {});

describe("pages", () => {
  test("are named alike whatever the layout, in order", () => {
    expect(Object.keys(index.pages)).toEqual(["docs/community/guide.md", harboursPage, tidesPage]);
  });

  test("have the title of their front matter, else of their first heading", () => {
    expect(index.pages[tidesPage]?.title).toBe("Tides");
    expect(index.pages[harboursPage]?.title).toBe("Harbours");
  });

  test("are bags of stems in which a heading's words count more", () => {
    expect(index.pages[tidesPage]?.words).toMatchObject({ moon: 1, harbour: 1 });
    expect(index.pages[tidesPage]?.words.table).toBeGreaterThanOrEqual(3);
  });

  test("hold nothing of what they leave to others, however deep, and go on after it", () => {
    expect(index.pages[tidesPage]?.words).not.toHaveProperty("volcanoe");
    expect(index.pages[tidesPage]?.words).toHaveProperty("everything");
  });
});

describe("names", () => {
  test("belong first to the page that leads with them, and to others by their mentions", () => {
    expect(pagesOf("tides/list")).toEqual([tidesPage, harboursPage].slice(0, pagesOf("tides/list").length));
    expect(index.names["tides/list"]).toMatchObject({ kind: "method", on: 2 });
  });

  test("belong to the page that is called after them, however often another mentions them", () => {
    const [first] = Object.keys(buildSpecificationIndex([tides, ships], schema).names["tides/list"]?.pages ?? {});

    expect(first).toBe(tidesPage);
  });

  test("have shares that add up to 1", () => {
    for (const { pages } of Object.values(index.names)) {
      expect(Object.values(pages).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 1);
    }
  });

  test.each([
    ["Tide-Station-Id", "header"],
    ["io.modelcontextprotocol/tides", "meta-key"],
    ["-32077", "error-code"],
    ["notifications/harbours/closed", "notification"],
    ["harbourName", "field"],
    ["TideTable", "type"],
    ["Harbour", "type"],
  ])("%s is a %s", (name, kind) => {
    expect(index.names[name]?.kind).toBe(kind);
  });

  test.each(["JSON-RPC", "lib/other", "name", "hours"])("%s is none: it cannot be told from other words", (name) => {
    expect(index.names).not.toHaveProperty([name]);
  });

  test("of messages stand where their method stands", () => {
    expect(pagesOf("ListTidesResult")).toEqual(pagesOf("tides/list"));
    expect(pagesOf("ListTidesRequestParams")).toEqual(pagesOf("tides/list"));
  });

  test("of types that no page names stand where the types that use them stand", () => {
    expect(pagesOf("TideHour")).toEqual([tidesPage]);
  });

  test("of types that stand beside none are left out", () => {
    expect(index.names).not.toHaveProperty("Island");
  });
});

describe("headings", () => {
  test("are kept when one page of the specification has them, and only then", () => {
    expect(index.headings).toEqual({ "Tide tables": tidesPage });
  });
});

describe("the index", () => {
  test("does not depend on the order of the pages", () => {
    expect(buildSpecificationIndex([guide, harbours, tides], schema)).toEqual(index);
  });

  test.each([
    ["nothing", undefined],
    ["no object", 7],
    ["definitions that are none", { $defs: [] }],
  ])("can be built with a schema of %s", (_, none) => {
    expect(buildSpecificationIndex([tides], none).types).toEqual({});
  });

  test("reads the older keyword for definitions", () => {
    expect(buildSpecificationIndex([], { definitions: schema.$defs }).types).toHaveProperty("TideTable", ["hours"]);
  });

  test("is written with one line for each entry, and read back as it was", () => {
    const text = renderSpecificationIndex(index);

    expect(text.split("\n").filter((line) => line.startsWith("    "))).toHaveLength(
      [index.pages, index.names, index.headings, index.types].reduce((sum, table) => sum + Object.keys(table).length, 0),
    );
    expect(SpecificationIndex.parse(JSON.parse(text))).toEqual(index);
  });
});

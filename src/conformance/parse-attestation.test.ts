import { describe, expect, test } from "@jest/globals";
import { parseAttestation } from "./parse-attestation.ts";
import { readLinks } from "./read-links.ts";

const read = (...lines: readonly string[]) => parseAttestation(lines.join("\n"));
const codes = (...lines: readonly string[]) => read(...lines).problems.map(({ code, line, column }) => [code, line, column]);

describe("the body of /final", () => {
  test("names each item with its links", () => {
    const body = read(
      "implementation: https://github.example/me/prototype",
      "schema: schema/draft/schema.ts, schema/draft/schema.json",
      "text: [Caching](docs/specification/draft/caching.mdx)",
      "changelog: `docs/changelog.mdx`",
      "conformance: <https://github.com/o/conformance/pull/9>",
    );

    expect(body.problems).toEqual([]);
    expect(body.items.map(({ item, kind, links, line }) => [item, kind, links, line])).toEqual([
      ["implementation", "links", ["https://github.example/me/prototype"], 1],
      ["schema", "links", ["schema/draft/schema.ts", "schema/draft/schema.json"], 2],
      ["text", "links", ["docs/specification/draft/caching.mdx"], 3],
      ["changelog", "links", ["docs/changelog.mdx"], 4],
      ["conformance", "links", ["https://github.com/o/conformance/pull/9"], 5],
    ]);
  });

  test.each([
    "- changelog: docs/changelog.mdx",
    "* **changelog**: docs/changelog.mdx",
    "1. **changelog:** docs/changelog.mdx",
    "- [x] Changelog : see docs/changelog.mdx.",
    "CHANGELOG:docs/changelog.mdx",
  ])("is read as people write it: %s", (line) => {
    expect(read(line).items).toMatchObject([{ item: "changelog", links: ["docs/changelog.mdx"] }]);
    expect(read(line).problems).toEqual([]);
  });

  test("goes on below its key, as a list of links", () => {
    const body = read("text:", "", "  - docs/a.mdx", "  - https://example.org/b", "changelog: docs/c.mdx");

    expect(body.items.map(({ links }) => links)).toEqual([["docs/a.mdx", "https://example.org/b"], ["docs/c.mdx"]]);
    expect(body.problems).toEqual([]);
  });

  test("says that there is none, and why", () => {
    expect(read("schema: none, headers only").items).toEqual([
      { item: "schema", kind: "none", links: [], reason: "headers only", line: 1 },
    ]);
    expect(read("schema: n/a — headers only").items).toMatchObject([{ kind: "none", reason: "headers only" }]);
  });

  test("says that it is exempt, with a reason or the section that says it", () => {
    expect(read("exempt: it changes wording only").items).toMatchObject([{ item: "conformance", kind: "exempt", links: [] }]);
    expect(read("exempt: #conformance").items).toMatchObject([{ kind: "exempt", links: ["#conformance"] }]);
  });

  test("tells one misspelt item from an unknown one, each where it stands", () => {
    const [near, far] = read("  - changlog: docs/c.mdx", "weather: https://example.org").problems;

    expect(near).toMatchObject({ code: "unknown-item", line: 1, column: 5, fix: "write `changelog: …`" });
    expect(near?.message).toBe("`changlog` is no item of `/final`; did you mean `changelog`?");
    expect(far).toMatchObject({ code: "unknown-item", line: 2, column: 1 });
    expect(far?.message).toBe("`weather` is no item of `/final`");
  });

  test.each([
    ["an item without a link", ["text: done"], [["no-link", 1, 1]]],
    ["an item without anything", ["text:"], [["no-link", 1, 1]]],
    ["none without a reason", ["schema: none"], [["no-reason", 1, 1]]],
    ["an exemption without a reason", ["exempt:"], [["no-reason", 1, 1]]],
    ["a scenario and an exemption", ["conformance: https://a.example", "exempt: no wire"], [["contradiction", 2, 1]]],
    ["a schema and none", ["schema: a/b.ts", "schema: none, really"], [["contradiction", 2, 1]]],
    ["a line that says nothing, as a warning", ["Thanks all", "text: a/b.mdx"], [["line-not-read", 1, 1]]],
  ])("reports %s", (_what, lines, expected) => {
    expect(codes(...lines)).toEqual(expected);
  });

  test("only a line that says nothing leaves the rest valid", () => {
    expect(read("Thanks all").problems).toMatchObject([{ severity: "warning" }]);
  });

  test("is empty where nothing was written", () => {
    expect(parseAttestation("")).toEqual({ items: [], problems: [] });
  });

  test("is read in no time, whatever it holds", () => {
    const hostile = [
      `${"[".repeat(30_000)}](`,
      `text: ${"[a](b".repeat(10_000)}`,
      `text:${" *".repeat(30_000)}`,
      "a".repeat(65_000),
      ": ".repeat(30_000),
    ];
    const start = performance.now();
    for (const text of hostile) parseAttestation(text);

    expect(performance.now() - start).toBeLessThan(1_000);
    expect(codes(...Array.from({ length: 300 }, () => "text: a/b.mdx"))).toEqual([["too-long", 201, 1]]);
    expect(codes(`text: ${Array.from({ length: 30 }, (_, index) => `docs/${index}.mdx`).join(" ")}`)).toEqual([["too-many-links", 1, 1]]);
  });
});

describe("links in a line", () => {
  test.each([
    ["see https://a.example/x. And (https://b.example/y)!", ["https://a.example/x", "https://b.example/y"]],
    ['[Scenario](https://a.example/x "title") and `src/x.ts`', ["https://a.example/x", "src/x.ts"]],
    ["#12, o/r#13 and #section-two", ["#12", "o/r#13", "#section-two"]],
    ["schema/draft/schema.ts#L10-L20", ["schema/draft/schema.ts#L10-L20"]],
    ["either/or, e.g. this, i.e. that; v1.2 TODO.", []],
    ["javascript:alert(1) data:text/html,x ftp://x/y [here](javascript:x)", []],
    ["docs/a.mdx docs/a.mdx", ["docs/a.mdx"]],
  ])("%s", (text, links) => {
    expect(readLinks(text)).toEqual(links);
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parseProposal } from "../proposals/index.ts";
import { compareStatements } from "./compare-statements.ts";
import { statementsToTrace } from "./statements-to-trace.ts";
import { parseTraceability, type TraceabilityRow } from "./traceability.ts";

const statementsOf = (specification: string) =>
  statementsToTrace(parseProposal(`# SEP-7: Frames\n\n## Specification\n\n${specification}\n`, "seps/7-frames.md"));
const rowsOf = (...texts: readonly string[]): readonly TraceabilityRow[] =>
  texts.map((text, index) => ({ text, check: `sep-7-${index}`, excluded: null, issue: null, line: index + 4 }));
const compare = (specification: string, ...rows: readonly string[]) => compareStatements(statementsOf(specification), rowsOf(...rows));
const missing = (specification: string, ...rows: readonly string[]) =>
  compare(specification, ...rows).missing.map(({ line, keyword }) => [line, keyword]);

describe("statements that need a row", () => {
  test.each([
    ["MUST", true],
    ["MUST NOT", true],
    ["SHALL", true],
    ["SHALL NOT", true],
    ["SHOULD", true],
    ["SHOULD NOT", true],
    ["MAY", false],
  ])("servers that %s answer: %s", (keyword, needed) => {
    expect(compare(`Servers ${keyword} answer.`).missing).toHaveLength(needed ? 1 : 0);
  });

  test.each([
    ["REQUIRED", true],
    ["RECOMMENDED", true],
    ["NOT RECOMMENDED", true],
    ["NOT REQUIRED", false],
    ["OPTIONAL", false],
  ])("a field that is %s: %s", (keyword, needed) => {
    expect(compare(`The field is ${keyword}.`).missing).toHaveLength(needed ? 1 : 0);
  });

  test("are those of the Specification section", () => {
    const text = "# SEP-7: Frames\n\n## Specification\n\nServers MUST answer.\n\n## Security Implications\n\nHosts MUST ask.\n";

    expect(statementsToTrace(parseProposal(text, "seps/7-x.md")).map(({ line }) => line)).toEqual([5]);
  });

  test("are all but the explaining ones in a file without that section", () => {
    const text = "# SEP-7: Frames\n\n## Abstract\n\nServers MUST answer.\n\n## Frames\n\nHosts MUST ask.\n";

    expect(statementsToTrace(parseProposal(text, "seps/7-x.md")).map(({ line }) => line)).toEqual([9]);
  });

  test("are counted once where they are repeated", () => {
    expect(compare("Servers MUST answer.\n\nServers MUST answer.")).toMatchObject({ statements: 1, missing: [{ line: 5 }] });
  });
});

describe("a statement has its row when", () => {
  test.each([
    ["the row quotes it", "Servers MUST include `foo` in the response.", "Servers MUST include `foo` in the response."],
    ["marks, quotation and white space differ", "Servers **MUST** include `foo_bar` in “it”.", 'Servers MUST include foo_bar  in "it"'],
    ["letter case differs", "If so, clients MUST show it to people.", "Clients MUST show it to people"],
    [
      "a link is quoted as written",
      "Servers MUST follow [RFC 9](https://example.org/9).",
      "Servers MUST follow [RFC 9](https://example.org/9).",
    ],
    ["the row quotes two sentences", "Servers MUST answer. It is REQUIRED for all.", "Servers MUST answer. It is REQUIRED for all."],
    ["the row says first what it is about", "Client MUST omit the header.", "Parameter value is null: Client MUST omit the header."],
    [
      "the row is an excerpt that holds its keyword",
      "When a frame is large, a server MUST send it in parts, and so on.",
      "a server MUST send it in parts",
    ],
    [
      "the row leaves words out",
      "A server that knows frames MUST answer within a second of time.",
      "A server … MUST answer within a second",
    ],
    ["the row adds words in brackets", "Clients MUST support this feature.", "Clients MUST support this feature [frames]."],
    ["its line was broken", "Servers MUST\nanswer soon.", "Servers MUST answer soon"],
  ])("%s", (_how, statement, row) => {
    expect(compare(statement, row)).toMatchObject({ missing: [], surplus: [] });
  });
});

describe("a statement lacks its row when", () => {
  test.each([
    ["no row is there", "Servers MUST answer.", []],
    ["a row says something else", "Servers MUST answer.", ["Servers MUST sleep all day."]],
    ["the excerpt is too short to say which", "Servers MUST answer.", ["MUST answer"]],
    ["the excerpt cuts a word", "Servers MUST answer questions.", ["vers MUST answer quest"]],
    ["the excerpt holds no keyword", "Servers MUST answer all questions soon.", ["answer all questions soon"]],
    ["only the start of a longer sentence is quoted by it", "Servers MUST answer.", ["Servers MUST answer within five seconds."]],
    ["the pieces stand in another order", "First A MUST go, then B goes home.", ["then B goes home … First A MUST go"]],
  ])("%s", (_how, statement, rows) => {
    expect(compare(statement, ...rows).missing).toHaveLength(1);
  });

  test("one of its two keywords stands in no excerpt", () => {
    const statement = "Servers MUST answer all questions and SHOULD NOT log any of them.";

    expect(missing(statement, "Servers MUST answer all questions")).toEqual([[5, "SHOULD NOT"]]);
    expect(missing(statement, "Servers MUST answer all questions", "SHOULD NOT log any of them")).toEqual([]);
  });

  test("an excerpt could be from two statements", () => {
    const statements = "Servers MUST answer clients that ask.\n\nServers MUST answer clients that wait.";
    const found = compare(statements, "Servers MUST answer clients");

    expect(found.missing.map(({ line }) => line)).toEqual([5, 7]);
    expect(found.surplus).toEqual([{ line: 4, text: "Servers MUST answer clients", why: "ambiguous" }]);
  });
});

test("a row that quotes no statement is listed, and takes nothing from the rest", () => {
  expect(compare("Servers MUST answer.", 'cacheScope is "public" or "private"', "Servers MUST answer.")).toEqual({
    statements: 1,
    missing: [],
    surplus: [{ line: 4, text: 'cacheScope is "public" or "private"', why: "no-such-statement" }],
  });
});

test("rows in any order, or twice, come to the same", () => {
  const text = "Servers MUST answer now.\n\nClients SHOULD wait for them.\n\nHosts MUST NOT sleep at all.";
  const rows = ["Clients SHOULD wait for them", "Servers MUST answer now", "Clients SHOULD wait for them"];

  expect(compare(text, ...rows).missing).toEqual(compare(text, ...rows.toReversed()).missing);
  expect(missing(text, ...rows)).toEqual([[9, "MUST NOT"]]);
});

test("thousands of statements and rows are compared in no time", () => {
  const statements = statementsOf(Array.from({ length: 5_000 }, (_, index) => `- a a a a a a MUST a a a a a ${index}.`).join("\n"));
  const rows = rowsOf(...Array.from({ length: 1_000 }, (_, index) => `a a a a ${index} b`));
  const start = performance.now();

  expect(compareStatements(statements, rows).missing).toHaveLength(5_000);
  expect(performance.now() - start).toBeLessThan(3_000);
});

const seps = new URL("../../../shared/mcp/seps/", import.meta.url);
const names = existsSync(seps) ? readdirSync(seps) : [];
if (names.length === 0) {
  test.skip("the real proposals are skipped: ../shared/mcp is absent", () => {});
} else {
  test.each(names)("%s is traced by a file that quotes each of its statements, and by none that leaves one out", (name) => {
    const document = parseProposal(readFileSync(new URL(name, seps), "utf8"), `seps/${name}`);
    const statements = statementsToTrace(document);
    const yaml = (texts: readonly string[]) =>
      `sep: 7\nrequirements:\n${texts.map((text) => `  - text: ${JSON.stringify(text)}\n    check: a\n`).join("") || "  []\n"}`;
    const full = parseTraceability(yaml(statements.map(({ text }) => text)), 7).rows;

    expect(full).not.toBeNull();
    const { missing: none, surplus, statements: count } = compareStatements(statements, full ?? []);
    expect({ none, surplus }).toEqual({ none: [], surplus: [] });
    if (count === 0) return;
    const [first] = statements;
    const others = statements.filter(({ text }) => text !== first?.text).map(({ text }) => text);
    const short = parseTraceability(yaml(others), 7).rows;

    expect(compareStatements(statements, short ?? []).missing.map(({ text }) => text)).toContain(first?.text);
  });

  test("the real proposals hold as many statements as were counted by eye; diffs in code hold none", () => {
    const count = (start: string) => {
      const name = names.find((each) => each.startsWith(start));
      return name === undefined ? null : statementsToTrace(parseProposal(readFileSync(new URL(name, seps), "utf8"), name)).length;
    };

    expect([count("2164-"), count("1699-"), count("2260-")]).toEqual([3, 3, 0]);
  });
}

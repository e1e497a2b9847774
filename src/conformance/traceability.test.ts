import { describe, expect, test } from "@jest/globals";
import { isTraceabilityPath, parseTraceability } from "./traceability.ts";

const head = "sep: 7\nspec_url: https://example.org/specification\nrequirements:\n";
const read = (rows: string) => parseTraceability(head + rows, 7, "src/seps/sep-7.yaml");
const problemsOf = (text: string) => parseTraceability(text, 7).problems.map(({ code, line }) => [code, line]);

describe("a traceability file", () => {
  test("holds a row with a check, or with a reason for having none", () => {
    const { rows, problems } = read(`  - check: sep-7-foo
    text: "MUST include \`foo\`"
    url: https://example.org/other
  # observable, some day
  - text: 'MUST retry on 503'
    excluded: Requires fault injection
    issue: https://github.com/o/conformance/issues/9
`);

    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { text: "MUST include `foo`", check: "sep-7-foo", excluded: null, issue: null, line: 4 },
      {
        text: "MUST retry on 503",
        check: null,
        excluded: "Requires fault injection",
        issue: "https://github.com/o/conformance/issues/9",
        line: 8,
      },
    ]);
  });

  test("may have no rows", () => {
    expect(parseTraceability("sep: 7\nrequirements: []\n", 7)).toEqual({ rows: [], problems: [] });
  });

  test.each([
    ["a row without check or reason", "  - text: MUST a\n", "row-without-check", 4],
    ["a row with both", "  - text: MUST a\n    check: a\n    excluded: b\n", "row-twice", 4],
    ["a row without text", "  - check: sep-7-a\n", "missing-key", 4],
    ["a check id of two words", "  - text: MUST a\n    check: two words\n", "invalid-value", 5],
    ["an issue that is no link", "  - text: MUST a\n    excluded: b\n    issue: javascript:x\n", "invalid-value", 6],
    ["rows that the scaffold left", "  - text: 'TODO: quote'\n    check: sep-7-a\n", "row-unfilled", 4],
    ["a check that the scaffold left", "  - text: MUST a\n    check: sep-7-todo\n", "row-unfilled", 4],
    ["no list", "  a: b\n", "wrong-type", 3],
  ])("reports %s", (_what, rows, code, line) => {
    const { rows: usable, problems } = read(rows);

    expect(usable).toBeNull();
    expect(problems).toMatchObject([{ code, line, file: "src/seps/sep-7.yaml" }]);
  });

  test("asks about a key that was probably meant", () => {
    expect(read("  - text: MUST a\n    exclude: b\n").problems[0]?.message).toContain("is `exclude` meant to be one?");
  });

  test("is about the number of its name", () => {
    expect(problemsOf("sep: 8\nrequirements: []\n")).toEqual([["other-proposal", 1]]);
  });

  test.each([
    ["nothing", "", "empty-file"],
    ["no YAML", "sep: [7", "invalid-yaml"],
    ["a list", "- 7\n", "wrong-type"],
    ["two documents", "sep: 7\nrequirements: []\n---\nsep: 7\n", "several-documents"],
    ["a key twice", "sep: 7\nsep: 7\nrequirements: []\n", "duplicate-key"],
    ["more than is read", `sep: 7\n# ${"x".repeat(300_000)}\n`, "file-too-large"],
    ["more rows than are read", `${head}${"  - { text: MUST a, check: b }\n".repeat(1001)}`, "invalid-value"],
    [
      "aliases that multiply",
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nsep: 7\nrequirements: []\n`,
      "too-many-aliases",
    ],
    ["nesting without end", `sep: ${"[".repeat(50_000)}`, "invalid-yaml"],
    ["a tag that makes code", "sep: !!js/function 'x'\nrequirements: []\n", "invalid-yaml"],
    ["__proto__", "sep: 7\n__proto__: { rows: 1 }\n", "missing-key"],
    ["a hidden direction mark", 'sep: 7\nrequirements:\n  - { text: "MUST \u202e a", check: b }\n', "hidden-character"],
  ])("that holds %s is refused, and never throws", (_what, text, code) => {
    const start = performance.now();
    const { rows, problems } = parseTraceability(text, 7);

    expect(rows).toBeNull();
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

test.each([
  ["src/seps/sep-2549.yaml", true],
  ["sep-2549.yml", true],
  ["src/scenarios/server/SEP-02549.yaml", true],
  ["src/seps/sep-25490.yaml", false],
  ["src/seps/old-sep-2549.yaml", false],
  ["src/seps/sep-2549.yaml.bak", false],
])("%s traces SEP-2549: %s", (path, expected) => {
  expect(isTraceabilityPath(path, 2549)).toBe(expected);
});

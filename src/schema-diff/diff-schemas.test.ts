import { describe, expect, test } from "@jest/globals";
import { diffSchemas, findingKinds } from "./index.ts";

interface Case {
  readonly rule: string;
  /** The same change in both languages; null where one cannot say it. Definitions of JSON stand in `$defs`. */
  readonly ts: readonly [string, string] | null;
  readonly json: readonly [object, object] | null;
  readonly verdict: "breaking" | "additive" | "none";
  readonly findings: readonly string[];
}

const text = { type: "string" };
const figure = { type: "integer" };
const object = (properties: object, required: readonly string[] = []) => ({ type: "object", properties, required });
const ref = (name: string) => ({ $ref: `#/$defs/${name}` });

const cases: readonly Case[] = [
  {
    rule: "a field that goes breaks",
    ts: ["interface A { x: string; y?: string }", "interface A { x: string }"],
    json: [{ A: object({ x: text, y: text }, ["x"]) }, { A: object({ x: text }, ["x"]) }],
    verdict: "breaking",
    findings: ["removed-field A.y"],
  },
  {
    rule: "an optional field that comes adds",
    ts: ["interface A { x: string }", "interface A { x: string; y?: string }"],
    json: [{ A: object({ x: text }) }, { A: object({ x: text, y: text }) }],
    verdict: "additive",
    findings: ["added-optional-field A.y"],
  },
  {
    rule: "a required field that comes breaks",
    ts: ["interface A { x: string }", "interface A { x: string; y: string }"],
    json: [{ A: object({ x: text }) }, { A: object({ x: text, y: text }, ["y"]) }],
    verdict: "breaking",
    findings: ["new-required-field A.y"],
  },
  {
    rule: "a field that becomes required breaks",
    ts: ["interface A { x?: string }", "interface A { x: string }"],
    json: [{ A: object({ x: text }) }, { A: object({ x: text }, ["x"]) }],
    verdict: "breaking",
    findings: ["now-required-field A.x"],
  },
  {
    rule: "a field that becomes optional breaks whoever reads it",
    ts: ["interface A { x: string }", "interface A { x?: string }"],
    json: [{ A: object({ x: text }, ["x"]) }, { A: object({ x: text }) }],
    verdict: "breaking",
    findings: ["now-optional-field A.x"],
  },
  {
    rule: "a field of another type breaks",
    ts: ["interface A { x: string }", "interface A { x: number }"],
    json: [{ A: object({ x: text }) }, { A: object({ x: figure }) }],
    verdict: "breaking",
    findings: ["retyped-field A.x"],
  },
  {
    rule: "a primitive that may also be another breaks whoever reads it",
    ts: ["interface A { x: string }", "interface A { x: string | number }"],
    json: [{ A: object({ x: text }) }, { A: object({ x: { type: ["string", "integer"] } }) }],
    verdict: "breaking",
    findings: ["retyped-field A.x"],
  },
  {
    rule: "a change deep inside is told by its path",
    ts: ["interface A { x: { y: { z: string }[] } }", "interface A { x: { y: { z: number }[] } }"],
    json: [
      { A: object({ x: object({ y: { type: "array", items: object({ z: text }) } }) }) },
      { A: object({ x: object({ y: { type: "array", items: object({ z: figure }) } }) }) },
    ],
    verdict: "breaking",
    findings: ["retyped-field A.x.y[].z"],
  },
  {
    rule: "a type that goes breaks",
    ts: ["interface A { x: string } interface B {}", "interface A { x: string }"],
    json: [{ A: object({ x: text }), B: object({}) }, { A: object({ x: text }) }],
    verdict: "breaking",
    findings: ["removed-type B"],
  },
  {
    rule: "a type that comes adds",
    ts: ["interface A { x: string }", "interface A { x: string } interface B {}"],
    json: [{ A: object({ x: text }) }, { A: object({ x: text }), B: object({}) }],
    verdict: "additive",
    findings: ["added-type B"],
  },
  {
    rule: "a type under a new name is the same type",
    ts: ["interface A { x: string } interface C { a: A }", "interface B { x: string } interface C { a: B }"],
    json: [
      { A: object({ x: text }), C: object({ a: ref("A") }) },
      { B: object({ x: text }), C: object({ a: ref("B") }) },
    ],
    verdict: "additive",
    findings: ["renamed-type A to B"],
  },
  {
    rule: "a named type of another shape breaks",
    ts: ["type A = string", "type A = number"],
    json: [{ A: text }, { A: figure }],
    verdict: "breaking",
    findings: ["retyped-type A"],
  },
  {
    rule: "a value of an enumeration that goes breaks",
    ts: ["type A = 'a' | 'b'", "type A = 'a'"],
    json: [{ A: { type: "string", enum: ["a", "b"] } }, { A: { type: "string", enum: ["a"] } }],
    verdict: "breaking",
    findings: ['removed-enum-value A = "b"'],
  },
  {
    rule: "a value of an enumeration that comes adds",
    ts: ["type A = 'a'", "type A = 'a' | 'b'"],
    json: [{ A: { const: "a" } }, { A: { enum: ["b", "a"] } }],
    verdict: "additive",
    findings: ['added-enum-value A = "b"'],
  },
  {
    rule: "another value breaks: a method that is renamed",
    ts: ['interface A { method: "a/b" }', 'interface A { method: "a/c" }'],
    json: [{ A: object({ method: { const: "a/b" } }) }, { A: object({ method: { const: "a/c" } }) }],
    verdict: "breaking",
    findings: ['removed-enum-value A.method = "a/b"', 'added-enum-value A.method = "a/c"'],
  },
  {
    rule: "a member of a union that comes adds",
    ts: [
      "type U = A | B; interface A {a: 1} interface B {b: 1} interface C {c: 1}",
      "type U = C | A | B; interface A {a: 1} interface B {b: 1} interface C {c: 1}",
    ],
    json: [
      { U: { anyOf: [ref("A"), ref("B")] }, A: object({ a: text }), B: object({ b: text }), C: object({ c: text }) },
      { U: { anyOf: [ref("C"), ref("A"), ref("B")] }, A: object({ a: text }), B: object({ b: text }), C: object({ c: text }) },
    ],
    verdict: "additive",
    findings: ["added-union-member U = C"],
  },
  {
    rule: "a member of a union that goes breaks",
    ts: ["type U = A | B; interface A {a: 1} interface B {b: 1}", "type U = A; interface A {a: 1} interface B {b: 1}"],
    json: [
      { U: { anyOf: [ref("A"), ref("B")] }, A: object({ a: text }), B: object({ b: text }) },
      { U: ref("A"), A: object({ a: text }), B: object({ b: text }) },
    ],
    verdict: "breaking",
    findings: ["removed-union-member U = B"],
  },
  {
    rule: "a member that is written out is the member",
    ts: [
      "type U = A | B; interface A {a: string} interface B {b: string}",
      "type U = { a: string } | B; interface A {a: string} interface B {b: string}",
    ],
    json: [
      { U: { anyOf: [ref("A"), ref("B")] }, A: object({ a: text }), B: object({ b: text }) },
      { U: { anyOf: [object({ a: text }), ref("B")] }, A: object({ a: text }), B: object({ b: text }) },
    ],
    verdict: "none",
    findings: [],
  },
  {
    rule: "a field's type may move to a name of its own",
    ts: ["interface A { params: { x: string } }", "interface A { params: P } interface P { x: string }"],
    json: [{ A: object({ params: object({ x: text }) }) }, { A: object({ params: ref("P") }), P: object({ x: text }) }],
    verdict: "additive",
    findings: ["added-type P"],
  },
  {
    rule: "and what it loses on the way is told",
    ts: ["interface A { params: { x: string; y?: string } }", "interface A { params: P } interface P { x: string }"],
    json: [{ A: object({ params: object({ x: text, y: text }) }) }, { A: object({ params: ref("P") }), P: object({ x: text }) }],
    verdict: "breaking",
    findings: ["removed-field A.params.y", "added-type P"],
  },
  {
    rule: "order of types, fields and members means nothing",
    ts: ["interface A { x: string; y: 1 | 2 } type B = A | string", "type B = string | A\ninterface A { y: 2 | 1, x: string }"],
    json: [
      { A: object({ x: text, y: { enum: [1, 2] } }, ["x", "y"]), B: text },
      { B: text, A: object({ y: { enum: [2, 1] }, x: text }, ["y", "x"]) },
    ],
    verdict: "none",
    findings: [],
  },
  {
    rule: "descriptions and comments mean nothing",
    ts: ["/** old */ interface A { x: string }", "// new\ninterface A { /* more */ x: string }"],
    json: [
      { A: { description: "old", ...object({ x: text }) } },
      { A: { ...object({ x: { ...text, description: "new", examples: [1] } }), title: "A" } },
    ],
    verdict: "none",
    findings: [],
  },
  {
    rule: "types that refer to each other are compared once",
    ts: ["interface A { b: B; x: string } interface B { a: A }", "interface A { b: B; x: number } interface B { a: A }"],
    json: [
      { A: object({ b: ref("B"), x: text }), B: object({ a: ref("A") }) },
      { A: object({ b: ref("B"), x: figure }), B: object({ a: ref("A") }) },
    ],
    verdict: "breaking",
    findings: ["retyped-field A.x"],
  },
  {
    rule: "what is inherited is told at the type that declares it",
    ts: [
      "interface A { x: string } interface B extends A { y: 1 }",
      "interface A { x: number; z?: 1 } interface B extends A { y: 1; w?: 1 }",
    ],
    json: [
      { A: object({ x: text }), B: { allOf: [ref("A"), object({ y: text })] } },
      { A: object({ x: figure, z: text }), B: { allOf: [ref("A"), object({ y: text, w: text })] } },
    ],
    verdict: "breaking",
    findings: ["retyped-field A.x", "added-optional-field A.z", "added-optional-field B.w"],
  },
  {
    rule: "a base that goes takes its fields along",
    ts: ["interface A { x: string } interface B extends A { y: 1 }", "interface A { x: string } interface B { y: 1 }"],
    json: [
      { A: object({ x: text }), B: { allOf: [ref("A"), object({ y: text })] } },
      { A: object({ x: text }), B: { allOf: [object({ y: text })] } },
    ],
    verdict: "breaking",
    findings: ["removed-field B.x"],
  },
  {
    rule: "a field may move to a base",
    ts: ["interface B { x: string; y: 1 }", "interface A { x: string } interface B extends A { y: 1 }"],
    json: [{ B: object({ x: text, y: text }) }, { A: object({ x: text }), B: { allOf: [ref("A"), object({ y: text })] } }],
    verdict: "additive",
    findings: ["added-type A"],
  },
  {
    rule: "other fields of a type of their own are compared",
    ts: ["interface A { [key: string]: string }", "interface A { [key: string]: number }"],
    json: [{ A: { type: "object", additionalProperties: text } }, { A: { type: "object", additionalProperties: figure } }],
    verdict: "breaking",
    findings: ["retyped-field A.*"],
  },
  {
    rule: "any other fields are no more than an open type has",
    ts: ["interface A { x: 1; [key: string]: unknown }", "interface A { x: 1 }"],
    json: [{ A: { ...object({ x: text }), additionalProperties: {} } }, { A: object({ x: text }) }],
    verdict: "none",
    findings: [],
  },
  {
    rule: "a type for other fields where anything stood breaks",
    ts: ["interface A { x: 1 }", "interface A { x: 1; [key: string]: 1 }"],
    json: [{ A: object({ x: text }) }, { A: { ...object({ x: text }), additionalProperties: text } }],
    verdict: "breaking",
    findings: ["retyped-field A.*"],
  },
  {
    rule: "the same change in two places is told twice",
    ts: ["interface A { x: string; y: string }", "interface A { x: number; y: number }"],
    json: [{ A: object({ x: text, y: text }) }, { A: object({ x: figure, y: figure }) }],
    verdict: "breaking",
    findings: ["retyped-field A.x", "retyped-field A.y"],
  },
  {
    rule: "types that go round in new ways come to an end",
    ts: ["interface A { next: A }", "interface A { next: B } interface B { next: B }"],
    json: [{ A: object({ next: ref("A") }) }, { A: object({ next: ref("B") }), B: object({ next: ref("B") }) }],
    verdict: "additive",
    findings: ["added-type B"],
  },
  {
    rule: "a type that is closed breaks",
    ts: null,
    json: [{ A: object({ x: text }) }, { A: { ...object({ x: text }), additionalProperties: false } }],
    verdict: "breaking",
    findings: ["closed-type A"],
  },
  {
    rule: "a type that is opened adds",
    ts: null,
    json: [{ A: { ...object({ x: text }), additionalProperties: false } }, { A: { ...object({ x: text }), additionalProperties: true } }],
    verdict: "additive",
    findings: ["opened-type A"],
  },
  {
    rule: "a limit that comes or changes breaks",
    ts: null,
    json: [{ A: object({ x: { ...figure, minimum: 1 } }) }, { A: object({ x: { ...figure, minimum: 2, maximum: 9 } }) }],
    verdict: "breaking",
    findings: ["tightened-limit A.x maximum", "tightened-limit A.x minimum"],
  },
  {
    rule: "a limit that goes adds, behind a name too",
    ts: null,
    json: [
      { A: object({ x: ref("B") }), B: { ...figure, minimum: 1 } },
      { A: object({ x: figure }), B: { ...figure, minimum: 1 } },
    ],
    verdict: "additive",
    findings: ["removed-limit A.x minimum"],
  },
  {
    rule: "the root is a type where it describes something",
    ts: null,
    json: [{}, {}],
    verdict: "none",
    findings: [],
  },
];

const told = (findings: readonly { readonly kind: string; readonly name: string }[]) => findings.map(({ kind, name }) => `${kind} ${name}`);

describe("differences of schemas", () => {
  for (const { rule, ts, json, verdict, findings } of cases) {
    if (ts !== null) {
      test(`TypeScript: ${rule}`, () => {
        const diff = diffSchemas({ path: "schema/draft/schema.ts", base: ts[0], head: ts[1] });

        expect([diff.reason, diff.verdict, told(diff.findings)]).toEqual([null, verdict, findings]);
      });
    }
    if (json !== null) {
      test(`JSON Schema: ${rule}`, () => {
        const [base, head] = json.map((defs) => JSON.stringify({ $schema: "x", $defs: defs }));

        const diff = diffSchemas({ path: "schema/draft/schema.json", base: base ?? null, head: head ?? null });

        expect([diff.reason, diff.verdict, told(diff.findings)]).toEqual([null, verdict, findings]);
      });
    }
  }

  test("every kind of difference has a case, and breaks as its kind says", () => {
    const seen = new Set(cases.flatMap((entry) => entry.findings.map((finding) => finding.split(" ", 1)[0] ?? "")));

    expect(Object.keys(findingKinds).filter((kind) => !seen.has(kind))).toEqual([]);
    const { findings } = diffSchemas({ path: "a.ts", base: "type A = 1 | 2", head: "type A = 2 | 3" });
    expect(findings.map(({ kind, breaking }) => [kind, breaking])).toEqual([
      ["removed-enum-value", true],
      ["added-enum-value", false],
    ]);
  });
});

describe("files as a whole", () => {
  test.each([
    ["equal texts have no difference, whatever they are", "a.ts", "{{{", "{{{", "none", []],
    ["two absent files have none", "a.ts", null, null, "none", []],
    ["a new file adds its types", "a.ts", null, "interface A {}", "additive", ["added-type A"]],
    ["a file that goes takes its types along", "a.ts", "interface A {}", null, "breaking", ["removed-type A"]],
    [
      "definitions may stand in `definitions`",
      "a.json",
      '{"definitions":{"A":{"type":"string"}}}',
      '{"definitions":{}}',
      "breaking",
      ["removed-type A"],
    ],
    [
      "a root may be a type",
      "a.json",
      '{"type":"object","properties":{"x":{}}}',
      '{"type":"object"}',
      "breaking",
      ["removed-field (root).x"],
    ],
    ["a byte order mark means nothing", "a.json", "{}", "\uFEFF{}", "none", []],
  ])("%s", (_, path, base, head, verdict, findings) => {
    const diff = diffSchemas({ path, base, head });

    expect([diff.verdict, told(diff.findings)]).toEqual([verdict, findings]);
  });

  test.each([
    ["an open brace", "a.ts", "interface A { x: 1"],
    ["a brace too many", "a.ts", "interface A {} }"],
    ["brackets across", "a.ts", "interface A { x: [1} ]"],
    ["a missing type", "a.ts", "type A = ;"],
    ["a missing field", "a.ts", "interface A { = }"],
    ["a conflict of versions", "a.ts", "<<<<<<< ours\ninterface A {}\n=======\n>>>>>>> theirs\n"],
    ["a bracket that is none", "a.ts", "type A<B = 1"],
    ["too many characters", "a.ts", `// ${"x".repeat(1_000_001)}`],
    ["another language", "a.proto", "message A {}"],
    ["no JSON", "a.json", "{"],
    ["no object", "a.json", "[]"],
    ["JSON too deep", "a.json", `{"$defs":{"A":${'{"items":'.repeat(100)}1${"}".repeat(100)}}}`],
    ["a value too deep", "a.json", `{"$defs":{"A":{"const":${"[".repeat(100)}${"]".repeat(100)}}}}`],
    ["types too deep", "a.ts", `type A = ${"{a:".repeat(100)}1${"}".repeat(100)}`],
    ["brackets too deep", "a.ts", `type A = ${"(".repeat(100)}1${")".repeat(100)}`],
    ["a name that is itself", "a.ts", "type A = A; interface C { x: A }", "type A = A; interface C { x: 1 }"],
  ])("%s is unreadable, and never none", (_, path, base, head = base === "" ? "x" : "") => {
    const diff = diffSchemas({ path, base, head });

    expect(diff).toMatchObject({ verdict: "unreadable", findings: [] });
    expect(diff.reason).toMatch(/./);
  });
});

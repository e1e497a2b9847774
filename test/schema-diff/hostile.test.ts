import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { diffSchemas } from "../../src/schema-diff/index.ts";

/** Milliseconds of processor time, several times what the slowest takes; clocks of busy machines say nothing. */
const patience = 6_000;
const cpuTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const many = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join("\n");
const defs = (entries: Record<string, unknown>) => JSON.stringify({ $defs: entries });
const chain = (count: number, type: (index: number) => unknown) =>
  defs(Object.fromEntries(Array.from({ length: count }, (_, index) => [`A${index}`, type(index)])));

const typescript: Readonly<Record<string, string>> = {
  "angles that never close": "x = ".concat("a<b<".repeat(200_000)),
  "angles in a type": `type A = ${"A<".repeat(300_000)}`,
  "angles before a bracket": `type A = ${"<(".repeat(300_000)}`,
  "parameters that never close": `type A${"<T = ".repeat(150_000)}`,
  "round brackets": `type A = ${"(".repeat(400_000)}${")".repeat(400_000)}`,
  "function types": `type A = ${"(a: ".repeat(100_000)}1${") => 1".repeat(100_000)}`,
  "object types": `type A = ${"{a:".repeat(200_000)}1${"}".repeat(200_000)}`,
  "brackets by turns": `type A = ${"({[".repeat(100_000)}${"]})".repeat(100_000)}`,
  "conditional types": `type A = ${"a extends b ? ".repeat(50_000)}1${" : 2".repeat(50_000)}`,
  prefixes: `type A = ${"keyof ".repeat(100_000)}B`,
  arrays: `type A = B${"[]".repeat(300_000)}`,
  "a long union": `type A = ${many(100_000, (index) => `| B${index}`)}`,
  "unions of unions": many(20_000, (index) => `type A${index} = A${index + 1} | "${index}";`),
  "names of names": many(20_000, (index) => `type A${index} = A${index + 1};`),
  "names in a ring": "type A = B; type B = A; interface C { x: A }",
  "bases of bases": many(15_000, (index) => `interface A${index} extends A${index + 1} { x${index}: 1 }`),
  "one base with many fields": `interface B { ${many(2_000, (index) => `f${index}: 1;`)} }\n${many(10_000, (index) => `interface A${index} extends B {}`)}`,
  "types that double": many(
    5_000,
    (index) => `interface A${index} { x: B${index + 1}; y: B${index + 1} }\ninterface B${index} { x: A${index + 1}; y: A${index + 1} }`,
  ),
  "the same interface": many(40_000, () => "interface A { x: 1 }"),
  "many types": many(30_000, (index) => `type A${index} = ${index}`),
  "an open comment": `/*${"*".repeat(900_000)}`,
  "a long comment": `/*${" *a".repeat(300_000)}*/`,
  "an open string": `type A = "${"\\".repeat(900_000)}`,
  "an open template": `type A = \`${"${".repeat(400_000)}`,
  quotes: "'\"`".repeat(300_000),
  words: "type interface const enum ".repeat(30_000),
  "commas of an enum": `enum A { ${"a,".repeat(300_000)} }`,
  signs: "=|&?:;,.<>-+".repeat(70_000),
};

const json: Readonly<Record<string, string>> = {
  "arrays in arrays": "[".repeat(900_000),
  "items in items": `{"$defs":{"A":${'{"items":'.repeat(90_000)}1${"}".repeat(90_000)}}}`,
  "a long enum": defs({ A: { enum: Array.from({ length: 100_000 }, (_, index) => index) } }),
  "many fields": defs({
    A: { properties: Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`f${index}`, {}])), required: ["x"] },
  }),
  "references in a ring": defs({ A: { $ref: "#/$defs/B" }, B: { $ref: "#/$defs/A" }, C: { properties: { x: { $ref: "#/$defs/A" } } } }),
  "a long way of references": chain(15_000, (index) => ({ $ref: `#/$defs/A${index + 1}` })),
  "doubling references": chain(8_000, (index) => ({
    properties: { x: { $ref: `#/$defs/A${index + 1}` }, y: { $ref: `#/$defs/A${index + 1}` } },
  })),
  "doubling allOf": chain(8_000, (index) => ({ allOf: [{ $ref: `#/$defs/A${index + 1}` }, { $ref: `#/$defs/A${index + 2}` }] })),
  "doubling anyOf": chain(8_000, (index) => ({
    anyOf: [{ $ref: `#/$defs/A${index + 1}` }, { $ref: `#/$defs/A${index + 2}` }, { const: index }],
  })),
  "names of Object": '{"$defs":{"__proto__":{"type":"string"},"constructor":{"properties":{"__proto__":{},"toString":{}}}}}',
  "wrong types everywhere":
    '{"$defs":{"A":{"type":7,"properties":[1],"required":{"a":1},"enum":"x","items":[],"anyOf":{},"allOf":3,"$ref":5,"additionalProperties":"x"}},"required":4}',
};

function compare(path: string, base: string, head: string): void {
  const start = cpuTime();
  for (const [before, after] of [
    [base, head],
    [head, base],
  ] as const) {
    const diff = diffSchemas({ path, base: before, head: after });
    expect(["breaking", "additive", "none", "unreadable"]).toContain(diff.verdict);
    expect(diff.findings.length).toBeLessThanOrEqual(500);
  }
  expect(cpuTime() - start).toBeLessThan(patience);
}

describe("hostile schemas are compared in bounded time, without a crash", () => {
  test.each(Object.entries(typescript))("TypeScript: %s", (_, text) => {
    compare("schema.ts", text, "");
    compare("schema.ts", text, `${text.replaceAll(/\b1\b/g, "2")} `);
  });

  test.each(Object.entries(json))("JSON Schema: %s", (_, text) => {
    compare("schema.json", text, "{}");
    compare("schema.json", text, `${text.replaceAll('"x"', '"z"')} `);
  });

  test("any text has an answer", () => {
    const part = fc.constantFrom(
      "interface ",
      "type ",
      "A",
      "B",
      "C",
      " extends ",
      "{",
      "}",
      "(",
      ")",
      "[",
      "]",
      "<",
      ">",
      "=",
      "=>",
      ":",
      ";",
      ",",
      "?",
      "|",
      "&",
      '"x"',
      "'",
      "`",
      "1",
      "-",
      "enum ",
      "const ",
      "typeof ",
      "readonly ",
      "keyof ",
      "in ",
      "//",
      "/*",
      "*/",
      "\n",
      "namespace ",
    );
    const text = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (base, head) => {
        diffSchemas({ path: "a.ts", base, head });
      }),
      { seed: 2026, numRuns: 3_000 },
    );
    fc.assert(
      fc.property(fc.json(), fc.json(), (base, head) => {
        diffSchemas({ path: "a.json", base, head });
      }),
      { seed: 2026, numRuns: 1_000 },
    );
  });
});

const real = new URL("../../../shared/mcp/spec/schema.json", import.meta.url);

if (!existsSync(real)) test.skip("the real schema is skipped: ../shared/mcp is absent", () => {});
else {
  describe("the real schema", () => {
    const text = readFileSync(real, "utf8");
    const told = (
      change: (defs: Record<string, { properties: Record<string, unknown>; required: string[]; enum: string[]; anyOf: unknown[] }>) => void,
    ) => {
      const schema = JSON.parse(text);
      change(schema.$defs);
      const { verdict, findings } = diffSchemas({ path: "schema.json", base: text, head: JSON.stringify(schema) });
      return [verdict, ...findings.map(({ kind, name }) => `${kind} ${name}`)];
    };

    test("written anew it is the same", () => {
      expect(told(() => {})).toEqual(["none"]);
    });

    test("one change is told as that one", () => {
      expect(told(({ Tool }) => void delete Tool?.properties.title)).toEqual(["breaking", "removed-field Tool.title"]);
      expect(told(({ Tool }) => void Tool?.required.push("icons"))).toEqual(["breaking", "now-required-field Tool.icons"]);
      expect(told(({ LoggingLevel }) => void LoggingLevel?.enum.push("trace"))).toEqual([
        "additive",
        'added-enum-value LoggingLevel = "trace"',
      ]);
      expect(told(({ ContentBlock }) => void ContentBlock?.anyOf.pop())).toEqual([
        "breaking",
        "removed-union-member ContentBlock = EmbeddedResource",
      ]);
    });
  });
}

import { describe, expect, test } from "@jest/globals";
import { diffSchemas } from "./index.ts";

const diff = (base: string, head: string) => {
  const { reason, findings } = diffSchemas({ path: "schema.ts", base, head });
  return reason ?? findings.map(({ kind, name }) => `${kind} ${name}`);
};

/** Ways to write a type; each must be read whole, so that the field after it is still seen. */
const types: readonly string[] = [
  "string",
  "-1",
  "true",
  "null",
  ["`a$", "{string}b`"].join(""),
  "A.B.C",
  "readonly string[]",
  "string[][]",
  "Array<{ x: 1 }>",
  "ReadonlyArray<string>",
  "Record<string, number>",
  'Record<"a" | "b", number>',
  "Map<string, Array<Set<1>>>",
  "[a: string, b?: number, ...rest: 1[]]",
  "keyof A",
  "unique symbol",
  "typeof NAME",
  'typeof import("x").y',
  'import("x").Y<string>',
  'A["b"]["c"]',
  "(string | number)[]",
  "| 1\n  | 2",
  "& A & B",
  "(a: string, b?: { c: 1 }) => void",
  "<T extends A = B>(a: T) => a is string",
  "(a: unknown) => asserts a is string",
  "new (a: string) => A",
  "abstract new () => A",
  "A extends B ? C : D extends infer E ? E : F",
  "{ [K in keyof A]?: A[K] }",
  "{ readonly [K in A]: 1 }",
  "{ -readonly [K in A]-?: 1 }",
  "{ a(b: string): void; c?<T>(d: T): T; (e: 1): 2; new (f: 1): 2; readonly: 1; readonly readonly?: 2 }",
  '{ "a-b": 1, 2: 3; [Symbol.iterator]: 4\n  get: 5 }',
  "{ a: string\n  [key: string]: unknown }",
  "{}",
];

describe("types of TypeScript", () => {
  test.each(types)("%s is read whole, and is itself", (type) => {
    const source = (field: string) =>
      `export interface X {\n  first: ${type};\n  second${field}: 1\n}\ntype Y = ${type}\nexport type Z = 1`;

    expect(diff(source(""), source("?"))).toEqual(["now-optional-field X.second"]);
  });

  test.each(types)("%s is not another", (type) => {
    expect(diff(`interface X { a: ${type} }`, "interface X { a: Other }")).not.toEqual([]);
  });

  test.each([
    ["a method's parameter", "interface A { f(x: 1): 2 }", "interface A { f(x: 2): 2 }", ["retyped-field A.f"]],
    ["a tuple's member", "type A = [1]", "type A = [2]", ["retyped-type A"]],
    ["a mapped type", "type A = { [K in B]: 1 }", "type A = { [K in B]: 2 }", ["retyped-type A"]],
    ["an argument of a generic type", "interface A { x: Map<1, 2> }", "interface A { x: Map<1, 3> }", ["retyped-field A.x"]],
    [
      "a base that is no name of the file",
      "interface A extends Omit<B, 'c'> { x: 1 }",
      "interface A extends Omit<B, 'd'> { x: 1 }",
      ["retyped-type A"],
    ],
    [
      "a constant that a type names",
      "const V = '1'; interface A { v: typeof V }",
      "const V = '2'; interface A { v: typeof V }",
      ['removed-enum-value typeof V = "1"', 'added-enum-value typeof V = "2"'],
    ],
    [
      "an error code",
      "export const E = -32000;",
      "export const E = -32001;",
      ["removed-enum-value typeof E = -32000", "added-enum-value typeof E = -32001"],
    ],
    ["a value of an enum", "export enum A { X = 'x', Y = 'y' }", "export const enum A { X = 'x' }", ['removed-enum-value A = "y"']],
    ["a value of an enum without figures", "enum A { X, Y, }", "enum A { X, Y, Z }", ["added-enum-value A = Z"]],
    [
      "a type in a namespace",
      "declare namespace N { interface A { x: 1 } }",
      "declare namespace N { interface A {} }",
      ["removed-field A.x"],
    ],
    [
      "a type in a module",
      'declare module "m" { export type A = 1 }',
      'declare module "m" { export type A = "1" }',
      ["removed-enum-value A = 1", 'added-enum-value A = "1"'],
    ],
    ["an interface that is declared in parts", "interface A { x: 1 } interface A { y: 2 }", "interface A { y: 2; x: 1 }", []],
    ["another kind of quotes", "type A = 'it\\'s'", 'type A = "it\'s"', []],
    [
      "code around the types",
      "import type { B } from 'b'; export default A; function f() { return { a: 1 } } export type A<T = B> = T",
      "export type A<T> = T",
      [],
    ],
    ["a constant that is no literal", "const A = { b: 1 }; let type = 3; type = 4; const C: string = 'x'", "const A = { b: 2 }", []],
  ])("%s", (_, base, head, expected) => {
    expect(diff(base, head)).toEqual(expected);
  });
});

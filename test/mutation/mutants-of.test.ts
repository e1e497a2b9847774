import { expect, test } from "@jest/globals";
import { mutantsOf } from "./mutants-of.ts";

function mutated(source: string): readonly string[] {
  const bytes = Buffer.from(source);
  return mutantsOf("a.ts", source).map(({ from, to, put }) => `${bytes.subarray(0, from)}${put}${bytes.subarray(to)}`);
}

test("comparisons, conditions, early returns and numbers are mistaken one at a time, wherever they stand", () => {
  expect(mutated("// é\nexport function f(a: number) { if (a >= 2) return 1; return 0; }")).toEqual([
    "// é\nexport function f(a: number) { if (!(a >= 2)) return 1; return 0; }",
    "// é\nexport function f(a: number) {  return 0; }",
    "// é\nexport function f(a: number) { if (a > 2) return 1; return 0; }",
    "// é\nexport function f(a: number) { if (a >= 3) return 1; return 0; }",
    "// é\nexport function f(a: number) { if (a >= 2) return 2; return 0; }",
    "// é\nexport function f(a: number) { if (a >= 2) return 1; return 1; }",
  ]);
});

test("types and texts are left alone", () => {
  expect(mutated('import { a } from "./a.ts";\ntype One = 1 | true;\nexport const text: "x" = `${a}`;')).toEqual([]);
});

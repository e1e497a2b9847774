import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { canonicalJson } from "./canonical-json.ts";

describe("canonical JSON", () => {
  it.each([
    [
      "sorts members by UTF-16 code units, not by code points",
      { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6 },
      '{"\\r":2,"1":4,"\u0080":6,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    ],
    ["prints numbers as ECMAScript does", [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0], "[333333333.3333333,1e+30,4.5,0.002,1e-27,0]"],
    ["escapes only what JSON must escape", '\u20ac$\u000f\nA\'B"\\"/', '"\u20ac$\\u000f\\nA\'B\\"\\\\\\"/"'],
    ["sorts at every depth and keeps the order of lists", { b: [{ d: 1, c: 2 }], a: null }, '{"a":null,"b":[{"c":2,"d":1}]}'],
    ["leaves out what is undefined", { a: undefined, b: true }, '{"b":true}'],
  ])("%s", (_rule, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([
    ["a number that is not finite", Number.NaN],
    ["a function", () => 1],
    ["undefined in a list", [undefined]],
  ])("refuses %s", (_what, value) => {
    expect(() => canonicalJson(value)).toThrow("Not a JSON");
  });

  it("gives any JSON value back, whatever the order of its members", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

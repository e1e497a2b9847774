import { quote, quoteList } from "./quote.ts";

describe("quote", () => {
  it.each([
    ["agents-wg", "`agents-wg`"],
    [7, "`7`"],
    [true, "`true`"],
    [undefined, "`undefined`"],
    ["a`b", "`a'b`"],
    ["a\n\u001b[2Jb\u202e", "`a��[2Jb�`"],
    ["x".repeat(100), `\`${"x".repeat(59)}…\``],
  ])("shows %j as one line of code", (value, shown) => {
    expect(quote(value)).toBe(shown);
  });
});

describe("quoteList", () => {
  it.each([
    [[], ""],
    [["a"], "`a`"],
    [["a", "b"], "`a` and `b`"],
    [["a", "b", "c"], "`a`, `b` and `c`"],
    [["a", "b", "c", "d", "e"], "`a`, `b`, `c` and 2 more"],
  ])("joins %j as a sentence would", (values, shown) => {
    expect(quoteList(values, 3)).toBe(shown);
  });
});

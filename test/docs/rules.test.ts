import { readRules, rulesPage, textsBelow } from "./read-rules.ts";

const rules = readRules();
const numbers = rules.map(({ number }) => number);
/** Letters that number nothing but rules of the page; G numbers gaps of the project's own rules too, and so does R. */
const own = /\b(?:[TXSOCVDHBQ]\d{1,2}|E[1-9])\b(?![.:]\d)/g;

describe("the rules of how decisions work", () => {
  test("each has a place to link to, named after it", () => {
    expect(rules.filter(({ number, anchor }) => anchor !== number.toLowerCase())).toEqual([]);
    expect(numbers.length).toBeGreaterThan(50);
  });

  test("each number is given once, and those of a letter run from 1 without a gap", () => {
    const letters = [...new Set(numbers.map((number) => number.charAt(0)))];
    const expected = letters.flatMap((letter) =>
      numbers.filter((number) => number.startsWith(letter)).map((_, index) => `${letter}${index + 1}`),
    );

    expect(numbers.toSorted()).toEqual(expected.toSorted());
  });

  test.each(["src", "docs", "test", "scripts"])("%s names no rule that the page does not have", (folder) => {
    const named = textsBelow(folder, [".ts", ".md"]).flatMap(({ path, text }) =>
      [...text.matchAll(own)].map(([number]) => ({ path, number })),
    );

    expect(named.filter(({ number }) => !numbers.includes(number))).toEqual([]);
  });

  test("every link to a rule leads to it", () => {
    const links = textsBelow("docs", [".md"]).flatMap(({ path, text }) =>
      [...text.matchAll(/\[([A-Z]\d+)\]\(([^)#]*)#([^)]*)\)/g)].map(([, number, page, anchor]) => ({ path, number, page, anchor })),
    );

    expect(links.filter(({ number = "", anchor }) => anchor !== number.toLowerCase() || !numbers.includes(number))).toEqual([]);
    expect(links.filter(({ page }) => page !== "" && !rulesPage.endsWith(page?.split("/").at(-1) ?? ""))).toEqual([]);
  });
});

import { sourceExcerpt } from "./source-excerpt.ts";

describe("sourceExcerpt", () => {
  it("gives the line before and the line, with carets under the place", () => {
    expect(sourceExcerpt("a: 1\nbb: two\n", { line: 2, column: 5, length: 3 })).toEqual({
      before: { number: 1, text: "a: 1" },
      line: { number: 2, text: "bb: two" },
      indent: "    ",
      carets: "^^^",
    });
  });

  it("leaves out a line before that is blank, and one that does not exist", () => {
    expect(sourceExcerpt("\nb: 1", { line: 2, column: 1 })?.before).toBeNull();
    expect(sourceExcerpt("b: 1", { line: 1, column: 1 })?.before).toBeNull();
  });

  it("gives nothing for an empty file or a line beyond its end", () => {
    expect(sourceExcerpt("", { line: 1, column: 1 })).toBeNull();
    expect(sourceExcerpt("a: 1", { line: 9, column: 1 })).toBeNull();
  });

  it.each([
    ["wide characters", "雨: x", 4, "    "],
    ["tabs", "\tx: y", 5, "    "],
    ["characters of two units", "😀: x", 5, "    "],
  ])("aligns carets behind %s", (_, text, column, indent) => {
    expect(sourceExcerpt(text, { line: 1, column })?.indent).toBe(indent);
  });

  it("marks at least one character, even behind the end of the line", () => {
    expect(sourceExcerpt("a:", { line: 1, column: 3, length: 4 })?.carets).toBe("^");
  });

  it("cuts a long line so that the place stays in view", () => {
    const excerpt = sourceExcerpt(`${"x".repeat(500)}here${"y".repeat(500)}`, { line: 1, column: 501, length: 4 });

    expect(excerpt?.line.text.slice(excerpt.indent.length, excerpt.indent.length + 4)).toBe("here");
    expect(excerpt?.line.text.length).toBeLessThan(120);
  });

  it("counts lines alike whatever ends them, and passes over a byte order mark", () => {
    expect(sourceExcerpt("\ufeffa: 1\r\nb: 2\r\n", { line: 1, column: 1 })?.line.text).toBe("a: 1");
    expect(sourceExcerpt("\ufeffa: 1\r\nb: 2\r\n", { line: 2, column: 1 })?.line.text).toBe("b: 2");
  });
});

import { describe, expect, test } from "@jest/globals";
import { parseProposal } from "./parse-proposal.ts";

const parse = (text: string, file = "seps/1234-x.md") => parseProposal(text, file);
const preamble = (lines: string) => parse(`# SEP-1234: x\n\n${lines}\n\n## Abstract\n\nWords.\n`);

describe("first heading", () => {
  test.each<[string, string, string, number | null, string | null]>([
    ["number and title", "# SEP-12: Frames", "12-frames.md", 12, "Frames"],
    ["a title in Markdown stays as written", "# SEP-12: The `a_b` *rule* #", "12-x.md", 12, "The `a_b` *rule*"],
    ["a hash in a title is part of it", "# SEP-12: Learn C#", "12-x.md", 12, "Learn C#"],
    ["small letters and a space", "# sep 12 - Frames", "12-x.md", 12, "Frames"],
    ["no separator", "# SEP-12 Frames", "12-x.md", 12, "Frames"],
    ["no number: the file's counts", "# Frames", "seps/12-x.md", 12, "Frames"],
    ["no number after the word", "# SEP: Frames", "12-x.md", 12, "Frames"],
    ["no number anywhere", "# Frames", "frames.md", null, "Frames"],
    ["0000 is no number", "# SEP-0000: Frames", "0000-frames.md", null, "Frames"],
    ["0000 in the heading: the file's counts", "# SEP-0000: Frames", "12.md", 12, "Frames"],
    ["the heading wins over the file", "# SEP-12: Frames", "13-x.md", 12, "Frames"],
    ["a placeholder is no number", "# SEP-{NUMBER}: Frames", "0000-x.md", null, "Frames"],
    ["neither are letters", "# SEP-XXXX: Frames", "0000-x.md", null, "Frames"],
    ["a year in the title is none", "# JSON-2020: Frames", "x.md", null, "JSON-2020: Frames"],
    ["an underlined heading", "SEP-12: Frames\n===", "12-x.md", 12, "Frames"],
    ["a second-level heading with a number", "## SEP-12: Frames", "x.md", 12, "Frames"],
    ["a later first-level heading does not win", "# SEP-12: Frames\n\n# SEP-13: Other", "12-x.md", 12, "Frames"],
    ["neither does a heading of another level before it", "## Contents\n\n# SEP-12: Frames", "12-x.md", 12, "Frames"],
    ["a heading in a listing is none", "```\n# SEP-13: Other\n```\n\n# SEP-12: Frames", "12-x.md", 12, "Frames"],
    ["no heading", "words", "12-x.md", 12, null],
    ["a number too long for one", "# SEP-99999999999: Frames", "12-x.md", 12, "SEP-99999999999: Frames"],
  ])("%s", (_, text, file, number, title) => {
    expect(parse(text, file)).toMatchObject({ number, title });
  });
});

describe("preamble", () => {
  test.each<[string, string, object]>([
    [
      "the colon may stand inside the bold name",
      "- **Status:** Draft\n- **Authors:** @mira",
      { status: "Draft", authors: [{ handle: "mira" }] },
    ],
    ["names may be plain", "- Status: Draft\n- Type: Process", { status: "Draft", type: "Process" }],
    ["any list mark will do", "* **Status**: Draft\n* **Type**: Process", { status: "Draft", type: "Process" }],
    [
      "a value may run over lines",
      "- **Author(s)**: A B (@a),\n  C D (@c)\n- **Type**: Process",
      { authors: [{ handle: "a" }, { handle: "c" }], type: "Process" },
    ],
    [
      "a value may be a list",
      "- **Author(s)**:\n  - A B (@a)\n  - C D (@c)\n- **Type**: Process",
      { authors: [{ handle: "a" }, { handle: "c" }], type: "Process" },
    ],
    ["empty lines may part the items", "- **Status**: Draft\n\n- **Type**: Process", { status: "Draft", type: "Process" }],
    ["a comment may cut the list in two", "- **Status**: Draft\n\n<!-- x -->\n\n- **Type**: Process", { status: "Draft", type: "Process" }],
    ["a comment may stand before it", "<!-- x -->\n\n- **Status**: Draft", { status: "Draft" }],
    ["lines of a paragraph are read", "**Status:** Draft\\\n**Type:** Process", { status: "Draft", type: "Process" }],
    [
      "so are rows of a table",
      "| SEP | 1234 |\n| --- | --- |\n| **Status** | Draft |\n| Type | Process |\n| | x |",
      { status: "Draft", type: "Process" },
    ],
    ["of two Status fields the first counts", "- **Status**: Draft\n- **Status**: Final", { status: "Draft" }],
    ["a list of other things is none", "- one: a\n- two: b\n\n- **Status**: Draft", { status: "Draft" }],
    [
      "a second list that repeats it does not win",
      "- **Status**: Draft\n\nWords.\n\n- **Status**: Final\n- **Sponsor**: @noor",
      { status: "Draft", sponsor: { kind: "absent" } },
    ],
    ["a line below the list is no field", "- **Status**: Draft\n\nPR: #77", { status: "Draft", pullRequest: null }],
    [
      "a table below it does not win",
      "- **Status**: Final\n\n| **Status** | Draft |\n| --- | --- |\n| **Sponsor** | @noor |",
      { status: "Final", sponsor: { kind: "absent" } },
    ],
    ["all four types are known by their short names", "- **Type**: Standards", { type: "Standards Track" }],
    ["other spellings of statuses are known", "- **Status**: `IN_REVIEW`", { status: "In-Review" }],
    ["a remark in place of a status is none", "- **Status**: (Draft)", { status: "Draft" }],
    [
      "numbers are read from addresses of pull requests",
      "- **PR**: <https://github.com/a/b/pull/77/files>\n- **Issue**: [#12](https://github.com/a/b/issues/12)",
      { pullRequest: 77, issue: 12 },
    ],
    ["and from references to other repositories", "- **PR**: a-b/c-d#77\n- **Issue**: none", { pullRequest: null, issue: null }],
    ["a day with a remark is a day", "- **Created**: 2026-03-09 (draft 2)", { created: "2026-03-09" }],
    ["a longer figure is none", "- **Created**: 2026-03-091", { created: null }],
  ])("%s", (_, lines, expected) => {
    expect(preamble(lines)).toMatchObject(expected);
  });

  test("fields are kept as written, with the places of name and value", () => {
    const { fields } = preamble("- **Status**: Draft\n* Type: `Process`\n-   **Extension Identifier**: x\n- **Track**:");

    expect(fields).toEqual([
      { name: "Status", value: "Draft", line: 3, column: 3, valueColumn: 15 },
      { name: "Type", value: "`Process`", line: 4, column: 3, valueColumn: 9 },
      { name: "Extension Identifier", value: "x", line: 5, column: 5, valueColumn: 31 },
      { name: "Track", value: "", line: 6, column: 3, valueColumn: 3 },
    ]);
  });
});

describe("sections", () => {
  const text = [
    "Before `all`.",
    "",
    "# SEP-1234: x",
    "",
    "- **Status**: Draft with `code`",
    "",
    "## Specification of `a`",
    "",
    "Words with `code`, a [link](https://example.org/x), https://example.org/y and ![a picture](z.png).",
    "Second line<!-- hidden -->.",
    "",
    "```json",
    "{}",
    "```",
    "",
    "## Specification",
    "",
    "> Quoted **words**.",
    ">",
    "> ## Inside",
    "",
    "### Parts",
    "",
    "- one",
    "- two",
    "",
    "  ```",
    "  inner",
    "  ```",
    "",
    "| a | b |",
    "| - | - |",
    "| c | d |",
    "",
    "<div>shown</div>",
    "",
    "[ref]: https://example.org/ref",
    "",
    "## Parts",
    "",
    "See [ref].",
  ].join("\n");
  const { sections, links } = parse(text);

  test("each heading has its level, place, anchor and kind", () => {
    expect(sections.map(({ heading, slug, level, line, kind }) => [heading, slug, level, line, kind])).toEqual([
      ["", "", 0, 1, null],
      ["SEP-1234: x", "sep-1234-x", 1, 3, null],
      ["Specification of a", "specification-of-a", 2, 7, null],
      ["Specification", "specification", 2, 16, "specification"],
      ["Parts", "parts", 3, 22, "specification"],
      ["Parts", "parts-1", 2, 39, null],
    ]);
  });

  test("prose is what a reader reads, without listings, comments and addresses", () => {
    expect(sections.map((section) => section.prose)).toEqual([
      "Before all.",
      "",
      "Words with code, a link,  and a picture.\nSecond line.",
      "Quoted words.\nInside",
      "one\ntwo\n\na\nb\nc\nd\n\nshown",
      "See ref.",
    ]);
  });

  test("code is kept apart, with its language and line", () => {
    expect(sections.flatMap((section) => section.code)).toEqual([
      { language: "json", text: "{}", line: 12 },
      { language: null, text: "inner", line: 27 },
    ]);
    expect(sections.map((section) => section.inlineCode)).toEqual([["all"], [], ["code"], [], [], []]);
  });

  test("links have their target and place, definitions resolved", () => {
    expect(links.map(({ url, text: words, line, column }) => [url, words, line, column])).toEqual([
      ["https://example.org/x", "link", 9, 22],
      ["https://example.org/y", "https://example.org/y", 9, 53],
      ["https://example.org/ref", "ref", 41, 5],
    ]);
  });
});

describe("whatever the line ends", () => {
  const unix = "# SEP-1234: x\n\n- **Status**: Draft\n\n## Abstract\n\nA MUST b.\n";

  test.each([
    ["CRLF", unix.replaceAll("\n", "\r\n")],
    ["CR", unix.replaceAll("\n", "\r")],
    ["a byte order mark", `\uFEFF${unix}`],
  ])("%s gives the same document", (_, text) => {
    expect(parse(text)).toEqual(parse(unix));
  });
});

import { describe, expect, test } from "@jest/globals";
import { parseProposal } from "../parse-proposal.ts";
import { digestText } from "./digest-text.ts";
import { readNormativeText } from "./read-normative-text.ts";

const file = "seps/1-x.md";
const options = { repositories: ["o/r"] };
const read = (text: string) => readNormativeText(parseProposal(text, file), text, options);
const digest = (text: string) => digestText({ document: parseProposal(text, file), text, schemas: [] }, options).proposal;
const texts = (text: string) => read(text).passages.map((passage) => passage.text);

const head = "# SEP-1: Frames\n\n- **Status**: Draft\n- **Type**: Standards Track\n\n";
const inSpecification = (text: string) => `${head}## Abstract\n\nIn short.\n\n## Specification\n\n${text}\n\n## Rationale\n\nSo it is.\n`;
const inRationale = (text: string) => `${head}## Specification\n\nServers answer.\n\n## Rationale\n\n${text}\n`;

describe("what counts of a Specification", () => {
  test.each<[string, string, readonly string[]]>([
    ["each sentence, white space squeezed", "Servers\n  answer.   Clients\twait.", ["Servers answer.", "Clients wait."]],
    ["headings", "### Parts `a`\n\nx", ["# Parts `a`", "x"]],
    ["inline code as it is written", "Send `a  b` now.", ["Send `a  b` now."]],
    ["a listing as it is written", "```json\n{ \t}\n\n x\n```", ["```json\n{ \t}\n\n x\n```"]],
    ["a table by its cells", "| a | b |\n|---|:--|\n| c  d |`e`|", ["| a | b |", "| c d | `e` |"]],
    ["items of lists, with their numbers", "- a\n- b\n\n3. c\n4. d", ["a", "b", "3. c", "4. d"]],
    ["tasks with their boxes", "- [ ] a\n- [x] b", ["[ ] a", "[x] b"]],
    ["quotes as quotes", "> a", ["> a"]],
    ["not emphasis", "Servers *must* __answer__.", ["Servers must answer."]],
    ["not comments", "a <!-- b --> c\n\n<!-- d\n\ne -->", ["a c"]],
    ["what is struck out, as such", "Servers ~~must~~ answer.", ["Servers ⟨struck out⟩must⟨end⟩ answer."]],
    ["targets of links, without their titles", '[a](b.md "c") d', ["a⟨to /seps/b.md⟩ d"]],
    ["addresses that are written out, once", "See https://a.example/b.", ["See ⟨to https://a.example/b⟩."]],
    ["targets of definitions", "[a][x] and [x]\n\n[x]: b.md", ["a⟨to /seps/b.md⟩ and x⟨to /seps/b.md⟩"]],
    ["images with words and target", '![a *b*](c.png "d")', ["⟨image a *b* at /seps/c.png⟩"]],
    ["words and tags of HTML", "<details>\n<p>Servers\nanswer.</p>\n</details>", ["⟨<details>⟩ ⟨<p>⟩Servers answer.⟨</p>⟩ ⟨</details>⟩"]],
    ["a part below it, whatever it is called", "### Rationale\n\na", ["# Rationale", "a"]],
  ])("%s", (_, text, expected) => {
    expect(texts(inSpecification(text))).toEqual(["# Specification", ...expected]);
  });

  test("passages know their section, their heading and their line", () => {
    expect(read(inSpecification("### Parts\n\na")).passages.at(-1)).toEqual({
      section: "specification",
      heading: "Parts",
      line: 14,
      text: "a",
    });
  });

  test("Backward Compatibility and Security Implications count whole as well", () => {
    const text = `${head}## Specification\n\na\n\n## Backwards Compatibility\n\nb\n\n## Security\n\nc\n\n## Notes\n\nd\n`;

    expect(texts(text)).toEqual(["# Specification", "a", "# Backwards Compatibility", "b", "# Security", "c"]);
  });
});

describe("what counts elsewhere", () => {
  test.each<[string, string, readonly string[]]>([
    ["a sentence with a keyword", "We chose. Servers MUST answer. So it is.", ["Servers MUST answer."]],
    ["not one in small letters", "Servers must answer.", []],
    ["one in a quote", "> Servers MUST answer.", ["> Servers MUST answer."]],
    ["one in HTML", "<p>Servers MUST answer.</p>", ["⟨<p>⟩Servers MUST answer.⟨</p>⟩"]],
    ["a heading with one", "### Servers MUST\n\nx", ["# Servers MUST"]],
    ["an item with one", "- a\n- Servers MUST answer\n", ["Servers MUST answer"]],
    ["a numbered item, without its number", "1. a\n2. Servers MUST answer\n", ["Servers MUST answer"]],
    ["the row with one", "| a | b |\n|---|---|\n| answer | MUST |\n| wait | no |", ["| answer | MUST |"]],
    ["all rows under a head with one", "| a | MUST |\n|---|---|\n| b | c |", ["| a | MUST |", "| b | c |"]],
    ["a listing with one", "```\nservers MUST answer\n```\n\n```\nx\n```", ["```\nservers MUST answer\n```"]],
    ["the list that an obligation goes on in", "Servers MUST:\n\n- answer\n- wait\n\nx", ["Servers MUST:", "answer", "wait"]],
    ["a keyword cut by marks", "M**US**T, [MA](x)Y, SHA<!-- x -->LL.", ["MUST, MA⟨to /seps/x⟩Y, SHALL."]],
    ["a keyword with entities", "Servers &#77;UST answer.", ["Servers MUST answer."]],
    ["a keyword with letters without width", "Servers MU\u200bST answer.", ["Servers MU\u200bST answer."]],
    ["a keyword with letters of another alphabet", "Servers \u041cUST answer.", ["Servers \u041cUST answer."]],
    ["a keyword in letters of mathematics", "Servers 𝐌𝐔𝐒𝐓 answer.", ["Servers 𝐌𝐔𝐒𝐓 answer."]],
    ["a keyword in boxes", "Servers 🅼🆄🆂🆃 answer.", ["Servers 🅼🆄🆂🆃 answer."]],
    ["a keyword with a digit for a letter", "It is REQU1RED and 0PTlONAL.", ["It is REQU1RED and 0PTlONAL."]],
    ["keywords with a bar between them", "It is MUST|SHOULD.", ["It is MUST\\|SHOULD."]],
    [
      "what looks like a normative heading, and what follows",
      "a\n\n**Specification**\n\nb\n\n### c\n\nd",
      ["Specification", "b", "# c", "d"],
    ],
    ["the same in HTML", "a\n\n<h2>Security</h2>\n\nb", ["⟨<h2>⟩Security⟨</h2>⟩", "b"]],
    ["a footnote", "a[^1]\n\n[^1]: b\n    c\n\n    d\n\ne", ["[^1]: b c", "    d"]],
    ["a second title", "x\n\n# Other\n\ny", ["# Other"]],
    ["not names in other alphabets", "Thanks to Иван and Δημήτρης, and δ.", []],
  ])("%s", (_, text, expected) => {
    expect(texts(inRationale(text))).toEqual(["# Specification", "Servers answer.", ...expected]);
  });
});

describe("without a Specification", () => {
  test("all that is not plainly editorial counts", () => {
    const text = `${head}x\n\n## Abstract\n\na\n\n## Wire format\n\nb\n\n## Motivation\n\nc\n\n### Parts\n\nd\n`;

    expect(texts(text)).toEqual(["x", "# Wire format", "b"]);
  });

  test("an item among the fields counts that is none", () => {
    const text = "# SEP-1: x\n\n- **Status**: Draft\n- **Note**: a\n- Servers answer\n- **Note**: Clients MAY wait\n";

    expect(texts(text)).toEqual(["Servers answer", "Note: Clients MAY wait"]);
  });

  test("an empty one is none", () => {
    expect(texts(`${head}## Specification\n\n<!-- to do -->\n\n## Wire format\n\nb\n`)).toEqual(["# Specification", "# Wire format", "b"]);
  });

  test("all counts where nothing else is there", () => {
    expect(texts(`${head}## Abstract\n\na\n`)).toEqual(["# Abstract", "a"]);
  });

  test("a heading in letters that look like Latin is one all the same", () => {
    expect(texts(`${head}## \u0405pecification\n\na\n\n## Rationale\n\nb\n`)).toEqual(["# \u0405pecification", "a"]);
  });
});

describe("what cannot be told apart counts line by line, without known fields", () => {
  test.each<[string, string]>([
    ["fields between dashes", `---\nx: y\n---\n\n${inSpecification("a")}`],
    ["a comment inside an open tag", inRationale('<div title="\n\n<!-- x" > Servers answer -->')],
    ["an element with rules of its own", inRationale("<textarea>\n\n<!--</textarea> Servers answer <!-- -->")],
    ["an underlined heading that a footnote may be", inRationale("a\n\n[^1]: b c\n---\n\nServers answer")],
    ["an underlined heading after other text", inRationale("- [x]: y\nMotivation\n---\n\nServers answer")],
    ["an underlined heading of several lines", inRationale("a\n[^1]: b\n---\n\nServers answer")],
    ["a table that a tag begins", inRationale("<p>|\n---\n# Motivation\nServers answer")],
    ["nesting without end", inRationale(`${"> ".repeat(150)}a`)],
    ["a text beyond all limits", inRationale("a\n\n".repeat(11_000))],
  ])("%s", (_, text) => {
    const { passages, doubt } = read(text);

    expect(doubt).not.toBeNull();
    expect(passages.some((passage) => passage.text.includes("## Rationale"))).toBe(true);
    expect(passages.some((passage) => passage.text.includes("**Status**"))).toBe(false);
  });
});

test("a comment that begins between dashes hides nothing", () => {
  const text = (words: string) => `---\nx: "\n<!--\n"\n---\n\n${inSpecification(words)}`;

  expect(digest(text("a"))).not.toBe(digest(text("b")));
});

describe("no trick hides a change", () => {
  const changed: readonly (readonly [string, string, string])[] = [
    ["a zero-width character", "Servers answer.", "Servers ans\u200bwer."],
    ["a no-break space", "Servers answer.", "Servers\u00a0answer."],
    ["a mark of byte order", "Servers answer.", "Servers \ufeffanswer."],
    ["a turn of direction", "Servers answer.", "Servers \u202eanswer."],
    ["a letter of another alphabet", "Servers answer.", "Servers \u0430nswer."],
    ["a composed letter taken apart", "Servers caf\u00e9.", "Servers cafe\u0301."],
    ["white space in code", "`a b`", "`a  b`"],
    ["white space in a listing", "```\na b\n```", "```\na  b\n```"],
    ["white space at the end of a listing's line", "```\na\n```", "```\na \n```"],
    ["code for words", "Send `a`.", "Send \\`a\\`."],
    ["words for a tag", "&lt;del&gt;a&lt;/del&gt;", "<del>a</del>"],
    ["a heading for words", "\\# a", "# a"],
    ["a quote for words", "a", "> a"],
    ["a link's target", "[a](https://a.example/b)", "[a](https://a.example/c)"],
    ["a link's anchor", "[a](#b)", "[a](#c)"],
    ["a link's query", "[a](https://a.example/?b=1)", "[a](https://a.example/?b=2)"],
    ["an image's words", "![a](b.png)", "![c](b.png)"],
    ["an image's target", "![a](b.png)", "![a](c.png)"],
    ["a definition's target", "[a]\n\n[a]: b.md", "[a]\n\n[a]: c.md"],
    ["a definition before another", "[a]\n\n[a]: b.md", "[a]\n\n[a]: c.md\n\n[a]: b.md"],
    ["a box that is ticked", "- [ ] a", "- [x] a"],
    ["a number of a list", "1. a", "2. a"],
    ["a comment that is none", "a", "a <!--> b -->"],
    ["a block that begins like a comment", "<!--> a -->", "<!--> b -->"],
    ["a block that begins like a comment with a dash", "<!---> a -->", "<!---> b -->"],
    ["a comment with dashes inside", "a", "a <!-- b -- c -->"],
    ["a comment that has no end", "a", "a\n\n<!-- b"],
    ["a word in HTML", "<p>a</p>", "<p>b</p>"],
    ["a tag", "10<sup>2</sup>", "10<sub>2</sub>"],
    ["a summary", "<details><summary>a</summary>b</details>", "<details><summary>c</summary>b</details>"],
    ["a footnote", "a[^1]\n\n[^1]: b", "a[^1]\n\n[^1]: c"],
    ["a footnote that is one address", "a[^1]\n\n[^1]: https://a.example/b", "a[^1]\n\n[^1]: https://a.example/c"],
    ["mathematics in dollar signs", "$a*b*c$", "$abc$"],
    ["mathematics in a cell", "| $a*b*c$ |\n|---|", "| $abc$ |\n|---|"],
    ["mathematics in a block", "$$\na*b*c\n$$", "$$\nabc\n$$"],
    ["a heading underlined", "a\n===", "a"],
    ["a definition in other letters, which readers compare in several ways", "a\n\n[ẞ]: b", "a\n\n[ẞ]: c"],
    ["a definition that no reader takes for one", "a", `a\n\n[${"b".repeat(1_200)}]: c`],
    ["a cell", "| a |\n|---|\n| b |", "| a |\n|---|\n| c |"],
    ["a cell that no table shows", "| a |\n|---|\n| b | c |", "| a |\n|---|\n| b | d |"],
    ["a cell moved to another row", "| a | b |\n|---|---|\n| c | d |", "| a | c |\n|---|---|\n| b | d |"],
    ["a second title and a new order of parts", "a", "a\n\n# Motivation\n\nb\n\n## Specification\n\nc"],
    ["a part renamed", "### Rules\n\na", "### Ideas\n\na"],
    ["the end of the section moved up", "a\n\nb", "a\n\n## Motivation\n\nb"],
  ];

  test.each(changed)("%s", (_, before, after) => {
    expect(digest(inSpecification(after))).not.toBe(digest(inSpecification(before)));
  });

  test("the Specification renamed", () => {
    const text = inSpecification("Servers answer.");

    expect(digest(text.replace("## Specification", "## Motivation"))).not.toBe(digest(text));
    expect(digest(text.replace("## Specification", "## Ideas"))).not.toBe(digest(text));
  });

  test("a footnote that stands outside", () => {
    const text = (note: string) => `${inSpecification("a[^1]")}\n[^1]: ${note}\n`;

    expect(digest(text("b"))).not.toBe(digest(text("c")));
  });

  test("a definition that stands outside", () => {
    const text = (target: string) => `${inSpecification("[a][x]")}\n[x]: ${target}\n`;

    expect(digest(text("b.md"))).not.toBe(digest(text("c.md")));
  });

  test("type and title", () => {
    const text = inSpecification("a");

    expect(digest(text.replace("Standards Track", "Process"))).not.toBe(digest(text));
    expect(digest(text.replace("Standards Track", "Other"))).not.toBe(digest(text.replace("Standards Track", "Another")));
    expect(digest(text.replace("Frames", "Frame"))).not.toBe(digest(text));
  });
});

describe("an editorial change keeps the digest", () => {
  const kept: readonly (readonly [string, string, string])[] = [
    ["lines wrapped anew", "Servers answer\nsoon. Clients wait.", "Servers\nanswer soon.\nClients wait."],
    ["a paragraph cut in two", "Servers answer. Clients wait.", "Servers answer.\n\nClients wait."],
    ["emphasis", "Servers *must* answer.", "Servers must **answer**."],
    ["a list nested", "- a\n- b", "- a\n  - b"],
    ["other marks for a list", "- a\n- b", "* a\n* b"],
    ["a comment", "Servers answer.", "Servers <!-- soon --> answer.\n\n<!-- x -->"],
    ["a link's title", "[a](b.md)", '[a](b.md "c")'],
    ["a definition for a target", "[a](b.md)", "[a][x]\n\n[x]: b.md"],
    ["http for https", "[a](https://a.example/b)", "[a](http://a.example/b)"],
    ["a slash at the end", "[a](https://a.example/b)", "[a](https://a.example/b/)"],
    ["an index page", "[a](https://a.example/b/)", "[a](https://a.example/b/index.html)"],
    ["a path for an address", "[a](../docs/b.md#c)", "[a](https://github.com/o/r/blob/main/docs/b.md#c)"],
    ["other fences", "```json\na\n```", "~~~json\na\n~~~"],
    ["a table laid out anew", "| a | b |\n|---|---|\n| c | d |", "|a|b|\n|:-|-:|\n|  c |  d  |"],
    ["entities", "a & b", "a &amp; b"],
    ["a heading underlined for one with marks", "b\n\na\n---", "b\n\n## a"],
  ];

  test.each(kept)("%s", (_, before, after) => {
    expect(digest(inSpecification(after))).toBe(digest(inSpecification(before)));
  });

  test("fields, Abstract and Rationale", () => {
    const text = inSpecification("a");
    const other = text
      .replace("Draft", "Accepted")
      .replace("SEP-1:", "SEP-0000:")
      .replace("\n\n## Abstract", "\n- **Sponsor**: @mira\n\n## Abstract")
      .replace("In short.", "In [other](https://a.example) words, `code`.")
      .replace("So it is.", "It is otherwise.\n\n```\ncode\n```\n\n### Why\n\n1. x");

    expect(digest(other)).toBe(digest(text));
  });
});

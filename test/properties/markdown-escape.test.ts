import fc from "fast-check";
import {
  cleanText,
  code,
  details,
  encodeSegment,
  link,
  type Markdown,
  md,
  mention,
  numbered,
  phrase,
  table,
} from "../../src/render/markdown/index.ts";
import { hostileText } from "../support/hostile-text.ts";
import { findIn, readRendered } from "../support/rendered.ts";

const joiner = "\u2060";
const runs = { numRuns: 250 };

/** Wherever a foreign text may stand, and the node types that the place itself is made of. */
const places: readonly (readonly [string, (text: string) => Markdown, readonly string[]])[] = [
  ["at the start of a line", (text) => md`${text}`, []],
  ["inside a sentence", (text) => md`**The title** is ${text}, as written.`, ["strong"]],
  ["in a cell", (text) => table([["Domain", md`${text} · ${text}`]]), ["table", "tableRow", "tableCell"]],
  ["in a numbered list", (text) => numbered([md`${text}`, md`a ${text}`]), ["list", "listItem"]],
  ["in a fold", (text) => details("Why", md`${text}`), ["html"]],
  ["as code", (text) => md`see ${code(text)}, and ${code(text)}`, ["inlineCode"]],
  ["as code in a cell", (text) => table([["File", md`${code(text)} in ${code(text)}`]]), ["inlineCode", "table", "tableRow", "tableCell"]],
  ["as a phrase", (text) => md`Because ${phrase(text)}.`, ["inlineCode"]],
  ["as a phrase in a cell", (text) => table([["Change", phrase(text)]]), ["inlineCode", "table", "tableRow", "tableCell"]],
  ["as a login", (text) => md`waits for ${mention(`-${text}`)}`, ["inlineCode"]],
];

describe("foreign text", () => {
  it.each(places)("%s gives no markup, link, image, HTML, mention or reference", (_, render, made) => {
    const allowed = new Set(["root", "paragraph", "text", ...made]);
    fc.assert(
      fc.property(hostileText, (text) => {
        const found = findIn(render(text).markdown);

        expect([...found.types].filter((type) => !allowed.has(type))).toEqual([]);
        expect(found.mentions).toEqual([]);
        expect(found.references).toEqual([]);
        expect(found.html.filter((html) => !/^<(?:details><summary>Why<\/summary>|\/details>)$/.test(html))).toEqual([]);
      }),
      runs,
    );
  });

  it("keeps a table a table: two rows of two cells, whatever is in them", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (one, other) => {
        const markdown = table([
          ["A", md`${one} ${code(other)} ${phrase(one)}`],
          ["B", phrase(other)],
        ]).markdown;

        const [block, ...rest] = readRendered(markdown).children;

        expect(rest).toEqual([]);
        expect(block?.type === "table" ? block.children.map((row) => row.children.length) : block?.type).toEqual([2, 2, 2]);
      }),
      runs,
    );
  });

  it("is shown sign by sign as it was, but for what nobody sees", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = findIn(md`<${text}>`.markdown.replace(/^</, "«").replace(/>$/, "»")).text;

        expect(shown.replaceAll(joiner, "")).toBe(`«${cleanText(text)}»`);
      }),
      runs,
    );
  });

  it("never holds the start of a comment, so that it cannot pass for a marker", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const { markdown } of [md`${text}`, phrase(text), code(text)]) expect(markdown).not.toContain("<!--");
      }),
      runs,
    );
  });

  it("in a path leads nowhere else", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const address = `https://github.example/acme/specification/blob/abc/seps/${encodeSegment(text)}`;
        const found = findIn(md`see ${link(md`line 9`, `${address}#L9`)} here`.markdown);

        expect(found.links).toEqual([`${address}#L9`]);
        expect(found.text).toBe("see line 9 here");
      }),
      runs,
    );
  });
});

describe("our own Markdown", () => {
  it("calls a person by login", () => {
    expect(findIn(md`${mention("mira")}, the next step is yours`.markdown).mentions).toEqual(["mira"]);
  });

  it("shows a login that GitHub would not issue as code", () => {
    expect(mention("steward[bot]").markdown).toBe("`steward[bot]`");
  });

  it("drops a link whose address is no web address", () => {
    expect(link(md`here`, "javascript:alert(1)").markdown).toBe("here");
  });

  it("encodes what could end a link", () => {
    expect(link(md`here`, "https://example.org/a b)<c>").markdown).toBe("[here](https://example.org/a%20b%29%3Cc%3E)");
  });
});

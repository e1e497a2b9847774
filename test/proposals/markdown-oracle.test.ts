import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { readMarkdown } from "../../src/proposals/read-markdown.ts";

const oracle = unified().use(remarkParse).use(remarkGfm);

/** Blocks and words with their lines, links with their columns; what the two trees name differently is left out. */
function outline(root: Root): readonly string[] {
  const out: string[] = [];
  const visit = (node: Nodes, above: number): void => {
    const line = node.position?.start.line ?? above;
    if (node.type === "text") {
      for (const [index, row] of node.value.split("\n").entries()) {
        // Reads `[ ] task` and `a@b.c` as words, where remark has a property and a link.
        for (const word of row.replace(/^\[[ x]\] /i, "").split(/\s+/)) if (word !== "") out.push(`${line + index} ${word}`);
      }
    } else if (node.type === "inlineCode") out.push(`${line} \`${node.value.replace(/\s+/g, " ")}\``);
    else if (node.type === "html") out.push(`${line} ${node.value.split("\n", 1)[0]}`);
    else if (node.type === "code") out.push(`${line} code ${node.lang ?? ""} ${node.value.length}`);
    else {
      if (node.type === "link" && !node.url.startsWith("mailto:")) out.push(`${line}:${node.position?.start.column} link ${node.url}`);
      if (["heading", "list", "listItem", "table", "tableRow", "tableCell", "blockquote", "paragraph"].includes(node.type))
        out.push(`${line} ${node.type}`);
      if ("children" in node) for (const child of node.children) visit(child, line);
    }
  };
  visit(root, 1);
  return out;
}

/** remark keeps references apart from links; here both are links already. */
function withoutReferences(text: string): string {
  return text.replace(/^[\s*+-]*\[[^\]]+\]: .*$/gm, "").replace(/[\w.]+@[\w.]+/g, "mail");
}

const shared = new URL("../../../shared/mcp/", import.meta.url);
const files = ["seps", "texts"].flatMap((folder) => {
  const place = new URL(`${folder}/`, shared);
  return existsSync(place) ? readdirSync(place).map((name): [string, string] => [name, readFileSync(new URL(name, place), "utf8")]) : [];
});

const corner: readonly [string, string][] = [
  ["lists in quotes in lists", "- a\n  > - b `c\n  > d` e\n  >   f\n- [x](y) z\n"],
  ["lazy lines", "> a\nb [c](d)\n\n1. e\nf\n   g [h](i)\n"],
  ["breaks", "a  \nb\\\nc [d](e)\n"],
  ["emphasis over lines", "*a\nb* **c\n`d` [e\nf](g)** h\n"],
  ["tables with code and links", "| a | `b` |\n| --- | :-: |\n| [c](d) | e |\n\n- | f | g |\n  | - | - |\n  | h | i |\n"],
  ["headings underlined and closed", "a `b`\n===\n\nc\n---\n\n## d ##\n"],
  ["listings of every kind", "    a\n\n```x y\nb\n```\n\n~~~\nc\n~~~\n\n- ```\n  d\n  ```\n"],
  ["html between words", "a <b>c</b> <!-- d\ne --> f [g](h)\n\n<div>\ni\n</div>\n\nj\n"],
  ["escapes and entities", "a \\* b &amp; c \\[d](e) &#35; `\\`\n"],
  ["addresses", "a https://b.c/d_e_f. g <https://h.i> (https://j.k/l) m\n"],
];

describe("the tree is that of remark, the reference for Markdown as GitHub reads it", () => {
  test.each(corner)("%s", (_, text) => {
    expect(outline(readMarkdown(text).root)).toEqual(outline(oracle.parse(text)));
  });

  if (files.length === 0) test.skip("the real proposals are skipped: ../shared/mcp is absent", () => {});
  else
    test.each(files)("%s", (_, text) => {
      const plain = withoutReferences(text);

      expect(outline(readMarkdown(plain).root)).toEqual(outline(oracle.parse(plain)));
    });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { readCommandLines } from "../../src/commands/reading/index.ts";

const oracle = unified().use(remarkParse).use(remarkGfm);

/** `line name` of each source line that looks like a command and whose slash lies in a text that is a child of a top-level paragraph. */
function expected(text: string): readonly string[] {
  const spans = oracle.parse(text).children.flatMap((block) => {
    return block.type === "paragraph" ? block.children.filter((node) => node.type === "text").map(spanOf) : [];
  });
  const found: string[] = [];
  let offset = 0;
  for (const [index, row] of text.split("\n").entries()) {
    const [, indent = "", name] = /^( {0,3})\/([a-z][a-z-]*)(?:<!--[^>]*-->)*(?=\s|&#10;|$)/.exec(row) ?? [];
    const slash = offset + indent.length;
    if (name !== undefined && spans.some(([from, to]) => from <= slash && slash < to)) found.push(`${index + 1} ${name}`);
    offset += row.length + 1;
  }
  return found;
}

function spanOf(node: Nodes): readonly [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

function read(text: string): readonly string[] {
  return readCommandLines(text).map(({ line, name }) => `${line} ${name}`);
}

const pieces = [
  ["/lgtm", "/hold x", "  /vote yes", "\n/block a\n", "\\/lgtm", "/tools/list", "/lgtm <!-- a -->", "    /lgtm", "\t/lgtm"],
  ["\n", "\n\n", "\n\n", "\n", " ", "\n> ", "\n- ", "\n1. ", "\n    ", "\n  ", "\n\t", "\n# ", "\n---\n", "\n***\n", "\n```\n", "\n~~~\n"],
  [
    "a",
    "b c",
    "`",
    "``",
    "*",
    "**",
    "~~",
    "[",
    "](",
    ")",
    "]: ",
    "![",
    "<",
    "&#10;",
    "&#47;",
    "\\",
    "<!--",
    "-->",
    "| a | b |\n| - | - |\n",
  ],
];
/** No HTML that hides paragraphs: remark knows nothing of what a browser folds. */
const markdown = fc.array(fc.oneof(...pieces.map((list) => fc.constantFrom(...list))), { maxLength: 24 }).map((list) => list.join(""));

const shared = new URL("../../../shared/mcp/seps/", import.meta.url);
const files = existsSync(shared)
  ? readdirSync(shared).map((name): [string, string] => [name, readFileSync(new URL(name, shared), "utf8").replace(/\r\n?/g, "\n")])
  : [];

describe("commands are found where remark, the reference for Markdown as GitHub reads it, has a line of a paragraph", () => {
  test("in random Markdown", () => {
    fc.assert(
      fc.property(markdown, (text) => {
        // Whether a backslash at the end of a line is a break depends on the next line.
        fc.pre(!/^ *\/[a-z]+(?:<!--[^>]*-->)*\\$/m.test(text));
        // Items that begin with an empty line: remark reads some of them otherwise than cmark, which GitHub runs.
        fc.pre(!/(?:^|[->.*\s])(?:-|1\.|\*) *$/m.test(text));
        expect(read(text)).toEqual(expected(text).slice(0, 20));
      }),
      { seed: 20_261_125, numRuns: 3000 },
    );
  });

  if (files.length === 0) test.skip("the real proposals are skipped: ../shared/mcp is absent", () => {});
  else
    test.each(files.slice(0, 12))("in %s, with a command line put between its lines", (_, text) => {
      const lines = text.split("\n");
      const step = Math.max(1, Math.floor(lines.length / 18));
      const mixed = lines.flatMap((line, index) => (index % step === 0 ? ["/lgtm", line] : [line])).join("\n");

      expect(read(mixed)).toEqual(expected(mixed).slice(0, 20));
    });
});

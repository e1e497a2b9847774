import type { Heading as HeadingNode, Root, RootContent } from "mdast";
import { textOf } from "./text-of.ts";

export interface Heading {
  /** Words without markup. */
  readonly text: string;
  /** Markdown as written, without the marks of the heading itself. */
  readonly source: string;
  readonly level: number;
  readonly line: number;
  readonly column: number;
}

/** A heading with the blocks up to the next heading; the first part of a file has none. */
export interface Part {
  readonly heading: Heading | null;
  readonly node: HeadingNode | null;
  readonly blocks: readonly RootContent[];
}

/** Cuts a document at its top-level headings. Headings inside quotes and lists are content. */
export function outlineOf(root: Root, lines: readonly string[]): readonly Part[] {
  const parts: { heading: Heading | null; node: HeadingNode | null; blocks: RootContent[] }[] = [{ heading: null, node: null, blocks: [] }];
  for (const block of root.children) {
    if (block.type === "heading") parts.push({ heading: headingOf(block, lines), node: block, blocks: [] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

function headingOf(node: HeadingNode, lines: readonly string[]): Heading {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  const written = (lines[line - 1] ?? "").trim();
  const source = written.startsWith("#")
    ? written
        .replace(/^#{1,6}/, "")
        .replace(/(?<=\s)#+$/, "")
        .trim()
    : written;
  return { text: textOf(node).replace(/\s+/g, " ").trim(), source, level: node.depth, line, column };
}

import type { Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";

export interface Heading {
  readonly text: string;
  readonly level: number;
  readonly line: number;
  readonly column: number;
}

/** A heading with the blocks up to the next heading; the first part of a file has none. */
export interface Part {
  readonly heading: Heading | null;
  readonly blocks: readonly RootContent[];
}

/** Cuts a document at its top-level headings. Headings inside quotes and lists are content. */
export function outlineOf(root: Root): readonly Part[] {
  const parts: { heading: Heading | null; blocks: RootContent[] }[] = [{ heading: null, blocks: [] }];
  for (const block of root.children) {
    if (block.type === "heading") {
      const start = block.position?.start;
      const text = textOf(block, { includeHtml: false }).replace(/\s+/g, " ").trim();
      parts.push({ heading: { text, level: block.depth, line: start?.line ?? 1, column: start?.column ?? 1 }, blocks: [] });
    } else {
      parts.at(-1)?.blocks.push(block);
    }
  }
  return parts;
}

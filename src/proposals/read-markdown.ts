import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Markdown as GitHub reads it, to a tree with positions. */
export function readMarkdown(text: string): Root {
  return parser.parse(text);
}

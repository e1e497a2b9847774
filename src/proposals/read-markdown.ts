import MarkdownIt, { type Token } from "markdown-it";
import type { Root } from "mdast";
import { buildTree } from "./build-tree.ts";

const reader = new MarkdownIt({ html: true, linkify: true }).disable("replacements").disable("smartquotes");
// Links are data here, checked and never followed: keep each target as its author wrote it.
reader.normalizeLink = (url) => url;
reader.normalizeLinkText = (url) => url;
reader.validateLink = () => true;
// The core rule also links `example.com`, which GitHub does not; the inline rule for `https://` stays.
reader.core.ruler.disable("linkify");

/** Notes in `map` where in its block's text an inline token began, since markdown-it does not. */
class PositionedState extends MarkdownIt.StateInline {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = super.push(type, tag, nesting);
    token.map = [this.pos, this.pos];
    return token;
  }
}
reader.inline.State = PositionedState;

/** Markdown as GitHub reads it, as an mdast tree with lines; `text` has line feeds only. */
export function readMarkdown(text: string): Root {
  return buildTree(reader.parse(text, {}), text.split("\n"));
}

import MarkdownIt, { type Token } from "markdown-it";
import type { Root } from "mdast";
import { buildTree } from "./build-tree.ts";
import { limits } from "./limits.ts";

const reader = new MarkdownIt({ html: true, linkify: true, maxNesting: limits.nesting });
// Links are data here, checked and never followed: each target stays as its author wrote it.
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

export interface MarkdownTree {
  readonly root: Root;
  /** First line (from 1) whose nesting reaches the limit: what stands deeper is not in the tree. */
  readonly tooDeepAt: number | null;
}

/** Markdown as GitHub reads it, as an mdast tree with lines. `text` has line feeds only; `lines` are its own. */
export function readMarkdown(text: string, lines: readonly string[] = text.split("\n")): MarkdownTree {
  const tokens = reader.parse(text, {});
  return { root: buildTree(tokens, lines), tooDeepAt: findTooDeep(tokens) };
}

function findTooDeep(tokens: readonly Token[]): number | null {
  let line = 1;
  for (const token of tokens) {
    line = token.map ? token.map[0] + 1 : line;
    if (token.level >= limits.nesting - 1 || token.children?.some((child) => child.level >= limits.nesting - 1)) return line;
  }
  return null;
}

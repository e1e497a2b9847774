import type { Token } from "markdown-it";
import type { PhrasingContent } from "mdast";

/** Walks forward through a block's text, so that a place is turned into a line once. */
class LineCursor {
  readonly #content: string;
  readonly #firstLine: number;
  readonly #lines: readonly string[];
  #line = 0;
  #lineStart = 0;
  #lineEnd: number;
  #columnShift: number | null = null;

  constructor(content: string, firstLine: number, lines: readonly string[]) {
    this.#content = content;
    this.#firstLine = firstLine;
    this.#lines = lines;
    this.#lineEnd = this.#endAfter(0);
  }

  /** An offset that lies behind the cursor keeps the cursor's line. */
  moveTo(offset: number): void {
    while (this.#lineEnd < offset) {
      this.#line += 1;
      this.#lineStart = this.#lineEnd + 1;
      this.#lineEnd = this.#endAfter(this.#lineStart);
      this.#columnShift = null;
    }
  }

  #endAfter(start: number): number {
    const end = this.#content.indexOf("\n", start);
    return end < 0 ? Number.POSITIVE_INFINITY : end;
  }

  position(offset: number): NonNullable<PhrasingContent["position"]> {
    this.moveTo(offset);
    // The block's text lacks the quote marks, list marks and indents that stand before it in the source.
    this.#columnShift ??= this.#shift();
    const point = { line: this.#firstLine + this.#line + 1, column: Math.max(1, offset - this.#lineStart + this.#columnShift + 1) };
    return { start: point, end: point };
  }

  #shift(): number {
    const own = this.#content.slice(this.#lineStart, this.#lineEnd).trimEnd();
    return Math.max(0, (this.#lines[this.#firstLine + this.#line] ?? "").lastIndexOf(own));
  }
}

/** Appends a block's inline content to `parent` as mdast; `firstLine` counts from 0. */
export function buildInline(block: Token, firstLine: number, lines: readonly string[], parent: { children: unknown[] }): void {
  const cursor = new LineCursor(block.content, firstLine, lines);
  const open: { children: unknown[] }[] = [parent];
  for (const token of block.children ?? []) {
    const into = open.at(-1) ?? parent;
    const offset = token.map?.[0] ?? 0;
    const position = cursor.position(offset);
    const node = inlineNode(token, position);
    if (node !== null) into.children.push(node);
    if (token.nesting > 0) open.push(node !== null && "children" in node ? node : into);
    if (token.nesting < 0 && open.length > 1) open.pop();
    cursor.moveTo(offset + lengthInSource(token));
  }
}

/** At least as far as a token that may hold a line end reaches; a break by backslash is two characters long. */
function lengthInSource(token: Token): number {
  if (token.type === "softbreak" || token.type === "hardbreak") return 2;
  if (token.type === "code_inline") return token.content.length + 2 * token.markup.length;
  return token.type === "html_inline" ? token.content.length : 0;
}

function inlineNode(token: Token, position: NonNullable<PhrasingContent["position"]>): PhrasingContent | null {
  switch (token.type) {
    case "text":
      return token.content === "" ? null : { type: "text", value: token.content, position };
    case "softbreak":
      return { type: "text", value: "\n", position };
    case "hardbreak":
      return { type: "break", position };
    case "code_inline":
      return { type: "inlineCode", value: token.content, position };
    case "html_inline":
      return { type: "html", value: token.content, position };
    case "em_open":
      return { type: "emphasis", children: [], position };
    case "strong_open":
      return { type: "strong", children: [], position };
    case "s_open":
      return { type: "delete", children: [], position };
    case "link_open": {
      const url = String(token.attrGet("href") ?? "");
      const before = token.markup === "linkify" ? url.indexOf(":") : token.markup === "autolink" ? 0 : 1;
      const start = { line: position.start.line, column: Math.max(1, position.start.column - before) };
      return { type: "link", url, children: [], position: { start, end: start } };
    }
    case "image":
      return { type: "image", url: String(token.attrGet("src") ?? ""), alt: token.content, position };
    default:
      return null;
  }
}

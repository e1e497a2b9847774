import type { Nodes, Root } from "mdast";
import type { Passage } from "./normative-text.ts";
import { squeezeWhole } from "./squeeze.ts";

const containerMarks = /^(?:[ \t>]|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))+/;
/** A line without what stands before its text: marks of quotes and items, and indents. */
export function withoutContainers(line: string): string {
  return line.replace(containerMarks, "");
}

/** A definition of a link that every reader of Markdown takes for one: it shows nowhere. */
const definition = /^\[[^^[\]\\][^[\]\\]{0,199}\]:[ \t]*\S+(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;
const ascii = /^[ -~\t]*$/;
const footnote = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*\[\^[^\]\s]{1,200}\]:/;

export function startsFootnote(line: string): boolean {
  return footnote.test(line);
}

/** 1 for each line (from 1) that a block of the tree holds, 2 where that block is a listing. */
function heldLines(root: Root, count: number): Uint8Array {
  const held = new Uint8Array(count + 2);
  const visit = (node: Nodes): void => {
    switch (node.type) {
      case "paragraph":
      case "heading":
      case "html":
      case "table":
      case "thematicBreak":
      case "code":
        if (node.position) held.fill(node.type === "code" ? 2 : 1, node.position.start.line, node.position.end.line + 1);
        return;
      default:
        if ("children" in node) for (const child of node.children) visit(child);
    }
  };
  visit(root);
  return held;
}

/**
 * Lines that hold text in no block of the tree, and footnotes, which GitHub shows at the end wherever they stand: they count
 * as they are.
 */
export function readLooseLines(root: Root, lines: readonly string[]): readonly Passage[] {
  const held = heldLines(root, lines.length);
  const passages: Passage[] = [];
  const notes = new Notes(passages);
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    if (notes.take(text, line, held[line] === 2)) continue;
    if (held[line] !== 0) continue;
    const rest = withoutContainers(text).trim();
    if (rest !== "" && !(definition.test(rest) && ascii.test(rest)))
      passages.push({ section: null, heading: "", line, text: squeezeWhole(rest) });
  }
  notes.end();
  return passages;
}

/** Gathers the lines of footnotes: up to a line without an indent after an empty one. */
class Notes {
  readonly #into: Passage[];
  #inside = false;
  #begun: { readonly line: number; readonly rows: string[] } | null = null;

  constructor(into: Passage[]) {
    this.#into = into;
  }

  take(text: string, line: number, isListing: boolean): boolean {
    const isEmpty = text.trim() === "";
    if (!isListing && startsFootnote(text)) {
      this.end();
      this.#inside = true;
    } else if (this.#inside && this.#begun === null && !isEmpty && !/^(?: {2}|\t)/.test(text)) this.#inside = false;
    if (!this.#inside) return false;
    if (isEmpty) this.#flush();
    else if (this.#begun === null) this.#begun = { line, rows: [text] };
    else this.#begun.rows.push(text);
    return true;
  }

  end(): void {
    this.#flush();
    this.#inside = false;
  }

  /** What is indented may be a listing, whose white space counts. */
  #flush(): void {
    if (this.#begun === null) return;
    const { line, rows } = this.#begun;
    const text = /^(?: {4}|\t)/.test(rows[0] ?? "") ? rows.join("\n") : squeezeWhole(rows.join(" "));
    this.#into.push({ section: null, heading: "Footnotes", line, text });
    this.#begun = null;
  }
}

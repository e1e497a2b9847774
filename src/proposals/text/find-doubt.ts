import type { Nodes, Root } from "mdast";
import { startsFootnote } from "./loose-lines.ts";
import { readHtml } from "./read-html.ts";

/** Why a file's parts cannot be told apart with certainty, in words; null when they can. */
export function findDoubt(root: Root, lines: readonly string[], tooDeepAt: number | null): string | null {
  if (/^---[ \t]*$/.test(lines[0] ?? "")) return "it begins with a block of fields between dashes";
  if (tooDeepAt !== null) return `from line ${tooDeepAt} it is nested too deep to be read`;
  const block = findDoubtfulBlock(root, lines);
  if (block !== null) return `what begins on line ${block} can be read as one block or as several`;
  const html = findUncleanHtml(root);
  return html === null ? null : `the HTML on line ${html} can be read in several ways`;
}

/**
 * Where other readers of Markdown, GitHub's among them, may see other blocks, and so other ends of sections: an underlined
 * heading that follows on other text, has several lines or begins like a footnote (a paragraph and a rule), and a table that
 * begins with a tag (HTML up to the next empty line).
 */
function findDoubtfulBlock(root: Root, lines: readonly string[]): number | null {
  for (const node of root.children) {
    const line = node.position?.start.line ?? 1;
    const first = lines[line - 1] ?? "";
    if (node.type === "table" && /^ {0,3}</.test(first)) return line;
    if (node.type !== "heading" || /^ {0,3}#/.test(first)) continue;
    const isLong = (node.position?.end.line ?? line) > line + 1;
    if (isLong || (lines[line - 2] ?? "").trim() !== "" || startsFootnote(first)) return line;
  }
  return null;
}

function findUncleanHtml(node: Nodes): number | null {
  if (node.type === "html") return readHtml(node.value).clean ? null : (node.position?.start.line ?? 1);
  if (!("children" in node)) return null;
  for (const child of node.children) {
    const line = findUncleanHtml(child);
    if (line !== null) return line;
  }
  return null;
}

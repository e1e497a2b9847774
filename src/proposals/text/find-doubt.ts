import type { Nodes, Root } from "mdast";
import { readHtml } from "./read-html.ts";

/** Why a file's parts cannot be told apart with certainty, in words; null when they can. */
export function findDoubt(root: Root, text: string, tooDeepAt: number | null): string | null {
  if (/^---[ \t]*(?:\n|$)/.test(text)) return "it begins with a block of fields between dashes";
  if (tooDeepAt !== null) return `from line ${tooDeepAt} it is nested too deep to be read`;
  const line = findUncleanHtml(root);
  return line === null ? null : `the HTML on line ${line} can be read in several ways`;
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

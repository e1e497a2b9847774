import type { Nodes } from "mdast";
import { visibleHtml } from "./visible-html.ts";

/** A stretch of a paragraph's text that begins on one line of the source. */
export interface Stretch {
  readonly text: string;
  readonly line: number;
  readonly kind: "words" | "code" | "address";
}

/** The text of a paragraph, cell or heading with the line of each stretch; HTML tags, comments and link targets left out. */
export function flowText(node: Nodes): readonly Stretch[] {
  const stretches: Stretch[] = [];
  collect(node, node.position?.start.line ?? 1, "words", stretches);
  return stretches;
}

function collect(node: Nodes, above: number, kind: Stretch["kind"], into: Stretch[]): void {
  const line = node.position?.start.line ?? above;
  switch (node.type) {
    case "text":
      into.push({ text: node.value, line, kind });
      return;
    case "inlineCode":
      into.push({ text: node.value, line, kind: "code" });
      return;
    case "break":
      into.push({ text: "\n", line, kind });
      return;
    case "html":
      if (/^<br\b/i.test(node.value)) into.push({ text: " ", line, kind });
      return;
    case "image":
      into.push({ text: node.alt ?? "", line, kind });
      return;
    case "link":
      for (const child of node.children) collect(child, line, isBareAddress(node) ? "address" : kind, into);
      return;
    default:
      if ("children" in node) for (const child of node.children) collect(child, line, kind, into);
  }
}

/** `https://…` written out: its words are no prose. */
function isBareAddress(link: Extract<Nodes, { type: "link" }>): boolean {
  const [only] = link.children;
  return link.children.length === 1 && only?.type === "text" && only.value === link.url;
}

/** The visible words of an HTML block, as one stretch a line. */
export function htmlText(html: string, line: number): readonly Stretch[] {
  return visibleHtml(html)
    .split("\n")
    .flatMap((text, index) => (text.trim() === "" ? [] : [{ text: `${text.trim()}\n`, line: line + index, kind: "words" as const }]));
}

import type { Nodes } from "mdast";
import { canonicalTarget, type LinkBase } from "./link-target.ts";
import type { MarkedText } from "./marked-text.ts";
import { readHtml } from "./read-html.ts";
import { squeeze, squeezeWhole } from "./squeeze.ts";

/** Adds what a paragraph, heading or cell holds. Emphasis adds nothing: the visible text is the same without it. */
export function markInline(node: Nodes, base: LinkBase, into: MarkedText, above = node.position?.start.line ?? 1): void {
  const line = node.position?.start.line ?? above;
  switch (node.type) {
    case "text":
      into.words(node.value, line);
      return;
    case "inlineCode":
      into.code(node.value, line);
      return;
    case "break":
      into.words(" ", line);
      return;
    case "html":
      markHtml(node.value, line, into);
      return;
    case "image":
      into.mark(`image ${squeezeWhole(node.alt ?? "")} at ${canonicalTarget(node.url, base)}`, line);
      return;
    case "link": {
      const [only] = node.children;
      const isBare = node.children.length === 1 && only?.type === "text" && only.value === node.url;
      if (!isBare) for (const child of node.children) markInline(child, base, into, line);
      into.mark(`to ${canonicalTarget(node.url, base)}`, line);
      return;
    }
    case "delete":
      // Struck out is taken back: no change could weigh more.
      into.mark("struck out", line);
      for (const child of node.children) markInline(child, base, into, line);
      into.mark("end", line);
      return;
    default:
      if ("children" in node) for (const child of node.children) markInline(child, base, into, line);
  }
}

export function markHtml(html: string, line: number, into: MarkedText): void {
  let at = line;
  let from = 0;
  for (const { kind, text } of readHtml(html).pieces) {
    const found = html.indexOf(text, from);
    for (let feed = html.indexOf("\n", from); feed >= 0 && feed < found; feed = html.indexOf("\n", feed + 1)) at += 1;
    from = found;
    if (kind === "tag") into.mark(squeeze(text), at);
    else into.words(text, at);
  }
}

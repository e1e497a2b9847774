import type { Link, Nodes, Parent } from "mdast";
import type { OpenHtml } from "./open-html.ts";

/** A line of a paragraph as a reader sees it. */
export interface VisibleLine {
  /** White space as it was written, unseen characters included. */
  readonly text: string;
  /** Of the comment, from 1. */
  readonly line: number;
  /** The open text that the line begins with: empty when it begins inside of a link, code, emphasis or a hiding element. */
  readonly opening: string;
}

interface Draft {
  text: string;
  line: number;
  opening: string;
}

/** The lines of a paragraph, with or without their breaks shown; HTML that begins or ends in it is noted in `html`. */
export function visibleLines(paragraph: Parent & Nodes, html: OpenHtml): readonly VisibleLine[] {
  const lines: Draft[] = [];
  let current: Draft | null = null;
  const show = (text: string, line: number, plain: boolean): void => {
    if (current === null) {
      current = { text: "", line, opening: plain && !html.hides ? text : "" };
      lines.push(current);
    }
    // A line feed in a value comes from an entity, which a reader sees as a space.
    current.text += text.replaceAll("\n", " ");
  };
  const visit = (node: Nodes, above: number, depth: number): void => {
    const line = node.position?.start.line ?? above;
    switch (node.type) {
      case "text":
        if (node.value === "\n") current = null;
        else show(node.value, line, depth === 1);
        return;
      case "break":
        current = null;
        return;
      case "inlineCode":
        show(node.value, line, false);
        return;
      case "image":
        show(`${node.alt ?? ""} (${node.url})`, line, false);
        return;
      case "html":
        html.read(node.value);
        if (/^<br\b/i.test(node.value)) show(" ", line, false);
        return;
      case "delete":
        return;
      case "link":
        for (const child of node.children) visit(child, line, depth + 1);
        if (!isBare(node)) show(` (${node.url})`, line, false);
        return;
      default:
        if ("children" in node) for (const child of node.children) visit(child, line, depth + 1);
    }
  };
  visit(paragraph, 1, 0);
  return lines;
}

/** `https://…` written out, with or without angle brackets. */
function isBare(link: Link): boolean {
  const [only] = link.children;
  return link.children.length === 1 && only?.type === "text" && only.value === link.url;
}

/** Characters that nobody sees, or that turn the direction of what is seen; joiners, which scripts and emoji need, stay. */
const unseen = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Text without unseen characters, white space as single spaces. */
export function tidy(text: string): string {
  return text.replace(unseen, "").replace(/\s+/g, " ").trim();
}

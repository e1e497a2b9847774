import type { Nodes, RootContent } from "mdast";
import type { CodeBlock, DocumentLink, NormativeStatement } from "../domain/proposal-document.ts";
import type { SectionKind } from "../domain/proposal-vocabulary.ts";
import { flowText, htmlText, type Stretch } from "./flow-text.ts";
import type { Part } from "./outline.ts";
import { readNormative } from "./read-normative.ts";
import { textOf } from "./text-of.ts";
import { htmlAnchors } from "./visible-html.ts";

/** Words of a paragraph, item or cell outside code, for checks that look at them where they stand. */
export interface Paragraph {
  readonly text: string;
  readonly line: number;
}

export interface Content {
  readonly prose: string[];
  readonly inlineCode: string[];
  readonly code: CodeBlock[];
  readonly links: DocumentLink[];
  readonly paragraphs: Paragraph[];
  readonly normative: NormativeStatement[];
  /** Headings inside quotes and lists, and anchors in HTML: link targets that no section gives. */
  readonly nestedHeadings: string[];
  readonly anchors: string[];
}

/** Everything that is read of the blocks under one heading, in one walk; `preamble` blocks give links only. */
export function readContent(part: Part, kind: SectionKind | null, preamble: ReadonlySet<RootContent>): Content {
  const content: Content = {
    prose: [],
    inlineCode: [],
    code: [],
    links: [],
    paragraphs: [],
    normative: [],
    nestedHeadings: [],
    anchors: [],
  };
  if (part.node) readSpans(part.node, content, true);
  for (const block of part.blocks) {
    const before = content.prose.length;
    walk(block, content, kind, preamble.has(block));
    if (content.prose.length > before) content.prose.push("\n");
  }
  return content;
}

/** GitHub's alerts are the author's own words in the form of a quote. */
const alert = /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?=\s|$)/i;

function walk(node: Nodes, content: Content, kind: SectionKind | null, silent: boolean): void {
  switch (node.type) {
    case "code":
      if (!silent) content.code.push({ language: node.lang ?? null, text: node.value, line: node.position?.start.line ?? 1 });
      return;
    case "html": {
      for (const anchor of htmlAnchors(node.value)) content.anchors.push(anchor);
      if (!silent) addFlow(htmlText(node.value, node.position?.start.line ?? 1), content, kind);
      return;
    }
    case "paragraph":
    case "heading":
    case "tableCell":
      if (node.type === "heading") content.nestedHeadings.push(textOf(node));
      readSpans(node, content, silent);
      if (!silent) addFlow(withoutAlertMark(flowText(node)), content, kind);
      return;
    case "blockquote": {
      const quoted: Content = { ...content, normative: [] };
      for (const child of node.children) walk(child, quoted, kind, silent);
      const [first] = node.children;
      if (first && alert.test(textOf(first))) for (const statement of quoted.normative) content.normative.push(statement);
      return;
    }
    default:
      if ("children" in node) for (const child of node.children) walk(child, content, kind, silent);
  }
}

function withoutAlertMark(stretches: readonly Stretch[]): readonly Stretch[] {
  return alert.test(stretches[0]?.text ?? "") ? stretches.slice(1) : stretches;
}

function addFlow(stretches: readonly Stretch[], content: Content, kind: SectionKind | null): void {
  let prose = "";
  let words = "";
  for (const stretch of stretches) {
    if (stretch.kind !== "address") prose += stretch.text;
    words += stretch.kind === "words" ? stretch.text : "`…`";
  }
  if (prose.trim() === "") return;
  content.prose.push(prose, "\n");
  const text = words.includes("\n") ? words.replace(/\s+/g, " ") : words;
  content.paragraphs.push({ text: text.trim(), line: stretches[0]?.line ?? 1 });
  for (const statement of readNormative(stretches, kind)) content.normative.push(statement);
}

function readSpans(node: Nodes, content: Content, silent: boolean): void {
  if (node.type === "inlineCode" && !silent) content.inlineCode.push(node.value);
  if (node.type === "html") for (const anchor of htmlAnchors(node.value)) content.anchors.push(anchor);
  if (node.type === "link") {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    content.links.push({ url: node.url, text: textOf(node), line, column });
  }
  if ("children" in node) for (const child of node.children) readSpans(child, content, silent);
}

/** Blocks parted by an empty line, lines as written. */
export function proseOf(content: Content): string {
  return content.prose.join("").trim();
}

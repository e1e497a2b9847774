import type { Link, Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";

const parser = unified().use(remarkParse).use(remarkGfm);

/** Markdown as GitHub's parser sees it: an implementation that shares no code with what rendered it. */
export function readRendered(markdown: string): Root {
  return parser.parse(markdown);
}

export interface Findings {
  readonly links: readonly string[];
  readonly images: readonly string[];
  readonly html: readonly string[];
  readonly types: ReadonlySet<Nodes["type"]>;
  /** Logins and teams that GitHub would notify. */
  readonly mentions: readonly string[];
  /** Issue, commit and address references that GitHub would turn into links after reading the Markdown. */
  readonly references: readonly string[];
  /** Text outside code. */
  readonly text: string;
}

/** GitHub's filters look at text nodes outside code and links. */
const mention = /(?:^|[^\w`])@([a-z\d][\w-]*(?:\/[\w-]+)?)/giu;
const reference = /(?:^|\W)(?:#\d+|GH-\d+|(?=[a-f]*\d)[\da-f]{7,40}(?!\w)|:(?!\d\d:)[\w+-]+:|www\.\w|\w+:\/\/|[\w.+-]+@[\w-]+\.\w)/giu;

export function findIn(markdown: string): Findings {
  const links: string[] = [];
  const images: string[] = [];
  const html: string[] = [];
  const types = new Set<Nodes["type"]>();
  const texts: string[] = [];
  visit(readRendered(markdown), (node) => {
    types.add(node.type);
    if (node.type === "link" || node.type === "definition") links.push((node satisfies Pick<Link, "url">).url);
    if (node.type === "image") images.push(node.url);
    if (node.type === "imageReference" || node.type === "linkReference") links.push(node.identifier);
    if (node.type === "html") html.push(node.value);
    if (node.type === "text") texts.push(node.value);
  });
  // The parser splits text where markup stood: a filter of GitHub's sees each piece by itself, and joined pieces see no less.
  const text = texts.join("");
  return {
    links,
    images,
    html,
    types,
    mentions: texts.flatMap((piece) => Array.from(piece.matchAll(mention), ([, name]) => name ?? "")),
    references: texts.flatMap((piece) => Array.from(piece.matchAll(reference), ([found]) => found)),
    text,
  };
}

import type { Nodes } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";

/** What a page of the specification says, apart by where it says it. */
export interface PageContent {
  readonly title: string;
  readonly headings: readonly string[];
  readonly prose: readonly string[];
  readonly inlineCode: readonly string[];
  readonly code: readonly string[];
  /** Addresses it links to, such as `/specification/draft/schema#tool`. */
  readonly links: readonly string[];
}

/** A charter names other groups' subjects here: they would make its page look like theirs. */
const elsewhere = /^(?:out of scope|related (?:groups|work|documents)|non-?goals|see also)\b/i;

const processor = unified().use(remarkParse).use(remarkGfm);

/** Reads an `.mdx` or `.md` page; JSX and front matter are read as far as Markdown goes. */
export function parsePage(text: string): PageContent {
  const front = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
  const title = /^title:\s*["']?(.*?)["']?\s*$/m.exec(front?.[1] ?? "")?.[1] ?? "";
  const tree = processor.parse(front === null ? text : text.slice(front[0].length));
  const content = {
    title,
    headings: [] as string[],
    prose: [] as string[],
    inlineCode: [] as string[],
    code: [] as string[],
    links: [] as string[],
  };
  let skippedDepth: number | null = null;
  for (const node of tree.children) {
    if (node.type === "heading") {
      if (skippedDepth !== null && node.depth > skippedDepth) continue;
      const heading = plainText(node);
      skippedDepth = elsewhere.test(heading) ? node.depth : null;
      if (skippedDepth === null) content.headings.push(heading);
    }
    if (skippedDepth === null) gather(node, content);
  }
  return content;
}

interface Gathered {
  readonly prose: string[];
  readonly inlineCode: string[];
  readonly code: string[];
  readonly links: string[];
}

function gather(block: Nodes, into: Gathered): void {
  visit(block, (node) => {
    if (node.type === "text" && block.type !== "heading") into.prose.push(node.value);
    if (node.type === "inlineCode") into.inlineCode.push(node.value);
    if (node.type === "code") into.code.push(node.value);
    if (node.type === "link") into.links.push(node.url);
    return node.type === "html" ? SKIP : undefined;
  });
}

import type { Token } from "markdown-it";
import type { Nodes, Parent, Root } from "mdast";
import { buildInline } from "./build-inline.ts";

type Position = NonNullable<Root["position"]>;

/** Where a token's lines stand in the source; columns are those of the first visible character. */
function positionOf(map: readonly [number, number], lines: readonly string[]): Position {
  const [from, to] = map;
  let last = to;
  while (last > from + 1 && (lines[last - 1] ?? "").trim() === "") last -= 1;
  const first = lines[from] ?? "";
  return {
    start: { line: from + 1, column: first.length - first.trimStart().length + 1 },
    end: { line: last, column: (lines[last - 1] ?? "").length + 1 },
  };
}

function openNode(token: Token, position: Position): Nodes | null {
  switch (token.type) {
    case "heading_open": {
      const depth = Number(token.tag.slice(1));
      return {
        type: "heading",
        depth: depth === 1 || depth === 2 || depth === 3 || depth === 4 || depth === 5 ? depth : 6,
        children: [],
        position,
      };
    }
    case "paragraph_open":
      return { type: "paragraph", children: [], position };
    case "blockquote_open":
      return { type: "blockquote", children: [], position };
    case "bullet_list_open":
      return { type: "list", ordered: false, children: [], position };
    case "ordered_list_open":
      return { type: "list", ordered: true, start: Number(token.attrGet("start") ?? 1), children: [], position };
    case "list_item_open":
      return { type: "listItem", children: [], position };
    case "table_open":
      return { type: "table", children: [], position };
    case "tr_open":
      return { type: "tableRow", children: [], position };
    case "th_open":
    case "td_open":
      return { type: "tableCell", children: [], position };
    case "fence":
    case "code_block": {
      const language = token.info.trim().split(/\s+/)[0] ?? "";
      return { type: "code", lang: language === "" ? null : language, value: token.content.replace(/\n$/, ""), position };
    }
    case "html_block":
      return { type: "html", value: token.content.replace(/\n$/, ""), position };
    case "hr":
      return { type: "thematicBreak", position };
    default:
      return null;
  }
}

/** Turns markdown-it's flat tokens into an mdast tree; nesting is bounded by the tokenizer. */
export function buildTree(tokens: readonly Token[], lines: readonly string[]): Root {
  const root: Root = { type: "root", children: [] };
  const open: { node: { children: unknown[] }; map: [number, number] }[] = [{ node: root, map: [0, lines.length] }];
  for (const token of tokens) {
    const parent = open.at(-1);
    if (parent === undefined) break;
    if (token.type === "inline") {
      buildInline(token, parent.map[0], lines, parent.node);
      continue;
    }
    const map = token.map ?? parent.map;
    const node = token.nesting < 0 ? null : openNode(token, positionOf(map, lines));
    if (node !== null) parent.node.children.push(node);
    // `thead` and `tbody` have no node of their own: their rows belong to the table.
    if (token.nesting > 0) open.push({ node: node !== null && "children" in node ? (node satisfies Parent) : parent.node, map });
    if (token.nesting < 0) open.pop();
  }
  return root;
}

import type { Nodes } from "mdast";

/** Words of a heading, a link or a cell: inline code and image descriptions kept, markup and HTML left out. */
export function textOf(node: Nodes): string {
  switch (node.type) {
    case "text":
    case "inlineCode":
      return node.value;
    case "break":
      return "\n";
    case "image":
      return node.alt ?? "";
    default:
      return "children" in node ? node.children.map(textOf).join("") : "";
  }
}

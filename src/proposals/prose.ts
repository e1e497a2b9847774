import type { Nodes } from "mdast";

const blockTypes = new Set(["paragraph", "heading", "listItem", "tableRow", "blockquote", "table", "list", "footnoteDefinition"]);

/** Visible words of a node: inline code kept, code blocks, HTML, link targets and definitions left out. */
export function proseOf(node: Nodes): string {
  const out: string[] = [];
  const visit = (current: Nodes): void => {
    switch (current.type) {
      case "text":
      case "inlineCode":
        out.push(current.value);
        return;
      case "break":
        out.push("\n");
        return;
      case "image":
        out.push(current.alt ?? "");
        return;
      case "code":
      case "html":
      case "definition":
      case "yaml":
        return;
      default:
        if ("children" in current) for (const child of current.children) visit(child);
        if (current.type === "tableCell") out.push(" ");
        else if (blockTypes.has(current.type)) out.push("\n");
    }
  };
  visit(node);
  return out
    .join("")
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{2,}/g, "\n")
    .trim();
}

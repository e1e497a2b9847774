import type { Nodes, RootContent } from "mdast";
import type { NormativeStatement } from "../domain/proposal-document.ts";
import type { SectionKind } from "../domain/proposal-vocabulary.ts";

const keywords = /\b(?:MUST(?: NOT)?|SHALL(?: NOT)?|SHOULD(?: NOT)?|REQUIRED|(?:NOT )?RECOMMENDED|MAY|OPTIONAL)\b/g;

/** Statements of one block; line by line positions follow with the sentence splitter. */
export function readNormative(block: RootContent, section: SectionKind | null): readonly NormativeStatement[] {
  const statements: NormativeStatement[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "blockquote" || node.type === "code" || node.type === "html") return;
    if (node.type === "paragraph" || node.type === "tableCell") {
      let text = "";
      const collect = (child: Nodes): void => {
        if (child.type === "text" || child.type === "inlineCode") text += child.value;
        else if (child.type === "break") text += "\n";
        else if ("children" in child) child.children.forEach(collect);
      };
      collect(node);
      for (const sentence of text.split(/(?<=[.!?])\s+(?=[A-Z])/)) {
        const keyword = sentence.match(keywords)?.[0];
        if (keyword !== undefined)
          statements.push({ keyword, text: sentence.replace(/\s+/g, " "), line: node.position?.start.line ?? 1, section });
      }
      return;
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(block);
  return statements;
}

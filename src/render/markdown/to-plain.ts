import { cleanText } from "./clean-text.ts";
import type { Markdown } from "./markdown.ts";

const entities = new Map([
  ["&#96;", "`"],
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&#124;", "|"],
  ["&#8288;", ""],
]);

/** Prose and code spans of this folder's own making as GitHub would show them, in one line for a terminal. Code keeps its backticks. */
export function toPlain({ markdown }: Markdown): string {
  // A run of backticks opens a span that an equal run closes; in between nothing is escaped.
  const pieces = markdown.split(/(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/);
  const plain = pieces.map((piece, index) => {
    if (index % 3 === 0)
      return piece.replace(/&(?:#\d+|[a-z]+);/g, (entity) => entities.get(entity) ?? entity).replace(/\\([^\w\s])/g, "$1");
    return index % 3 === 1 ? "" : `\`${piece.replaceAll("∣", "|").trim()}\``;
  });
  return cleanText(plain.join(""));
}

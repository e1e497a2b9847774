import { cleanText, cutText } from "./clean-text.ts";
import { code } from "./code.ts";
import { join, type Markdown, md } from "./markdown.ts";

/**
 * A sentence of reasons, evidence or problems: names between single backticks become code, all else prose. Whoever wrote it,
 * it can choose between the two and nothing more.
 */
export function phrase(text: string, length = 300): Markdown {
  const pieces = cutText(cleanText(text), length).split("`");
  // An odd number of backticks leaves the last one without a partner: it is a sign like any other.
  const closed = pieces.length % 2 === 1 ? pieces : [...pieces.slice(0, -2), pieces.slice(-2).join("`")];
  return join(
    closed.map((piece, index) => {
      if (index % 2 === 0) return spaced(piece);
      // Empty quotes stay to be seen: without them the prose at both sides would meet, and could form a name or number together.
      return piece.trim() === "" ? md`${`\`${piece}\``}` : code(piece, length);
    }),
    "",
  );
}

/** Prose that keeps the spaces at its ends, which part it from the code beside it. */
function spaced(piece: string): Markdown {
  if (piece.trim() === "") return { markdown: piece === "" ? "" : " " };
  const before = piece.startsWith(" ") ? " " : "";
  const after = piece.endsWith(" ") ? " " : "";
  return { markdown: `${before}${md`${piece}`.markdown}${after}` };
}

const mostColumns = 110;
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
// What would move the cursor, colour the terminal or turn the direction of writing.
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

export interface Excerpt {
  /** The line before, where there is one that is not blank. */
  readonly before: { readonly number: number; readonly text: string } | null;
  readonly line: { readonly number: number; readonly text: string };
  /** Spaces that lead to the place, and carets under it. */
  readonly indent: string;
  readonly carets: string;
}

interface Marked {
  readonly line: number;
  readonly column: number;
  readonly length?: number;
}

/** The lines of a file around a place, safe to print and with carets aligned; null when the file has no such line. */
export function sourceExcerpt(text: string, { line, column, length = 1 }: Marked): Excerpt | null {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const own = lines[line - 1];
  if (own === undefined || text.trim() === "") return null;
  // A very long line is cut so that the place stays in view.
  const from = column > mostColumns - 20 ? column - 40 : 0;
  const cut = (source: string): string =>
    printable(source.slice(from, from + mostColumns)) + (source.length > from + mostColumns ? "…" : "");
  const lead = from > 0 ? "…" : "";
  const previous = lines[line - 2];
  const marked = printable(own.slice(column - 1, column - 1 + length)).trimEnd();
  return {
    before: previous === undefined || previous.trim() === "" ? null : { number: line - 1, text: lead + cut(previous) },
    line: { number: line, text: lead + cut(own) },
    indent: " ".repeat(lead.length + widthOf(printable(own.slice(from, column - 1)))),
    carets: "^".repeat(Math.min(Math.max(widthOf(marked), 1), mostColumns)),
  };
}

/** Tabs become one space, so that carets stand below what they mark whatever the terminal makes of a tab. */
function printable(text: string): string {
  return text.replaceAll("\t", " ").replaceAll(unsafe, "�");
}

function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0);
}

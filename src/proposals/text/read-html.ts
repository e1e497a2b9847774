export interface HtmlPiece {
  readonly kind: "words" | "tag";
  readonly text: string;
}

export interface ReadHtml {
  /** Without comments. */
  readonly pieces: readonly HtmlPiece[];
  /** False where a browser may read on differently: then a comment elsewhere in the file may be none. */
  readonly clean: boolean;
}

/** The tags of CommonMark, complete and with their quotes closed. */
const tag = /<\/[a-z][a-z0-9-]*\s*>|<[a-z][a-z0-9-]*(?:\s+[a-z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/iy;
/** Elements in which a browser reads no tags or comments, or other ones. */
const otherRules =
  /^<\/?(?:textarea|title|style|xmp|iframe|noembed|noframes|noscript|script|plaintext|template|svg|math|select|object|pre|listing)\b/i;

/** An HTML block or tag in pieces. Linear in its length. */
export function readHtml(html: string): ReadHtml {
  const pieces: HtmlPiece[] = [];
  let clean = true;
  let from = 0;
  let at = html.indexOf("<");
  const flush = (): void => {
    if (at > from) pieces.push({ kind: "words", text: html.slice(from, at) });
  };
  while (at >= 0) {
    const comment = endOfComment(html, at);
    if (comment !== null) {
      flush();
      at = from = comment;
    } else {
      tag.lastIndex = at;
      const found = tag.exec(html)?.[0];
      if (found !== undefined) {
        flush();
        pieces.push({ kind: "tag", text: found });
        if (otherRules.test(found)) clean = false;
        at = from = at + found.length;
      } else {
        if (/[a-z/!?]/i.test(html.charAt(at + 1)) && !html.startsWith("<!--", at)) clean = false;
        at += 1;
      }
    }
    at = html.indexOf("<", at);
  }
  at = html.length;
  flush();
  return { pieces, clean };
}

/**
 * Where a comment ends that is one to every reader of HTML and Markdown; null for what one of them could show: `<!-->`, and
 * those with `--` inside or no end.
 */
function endOfComment(html: string, at: number): number | null {
  if (!html.startsWith("<!--", at) || html.startsWith(">", at + 4) || html.startsWith("->", at + 4)) return null;
  const dashes = html.indexOf("--", at + 4);
  return dashes >= 0 && html.charAt(dashes + 2) === ">" ? dashes + 3 : null;
}

/**
 * A sentence as it is compared: Markdown marks and quotation marks left out, white space squeezed, no full stop at its end.
 * Both sides go through it, so that what it loses (an underscore of an identifier) is lost on both. Letter case is kept.
 */
export function plainWords(text: string): string {
  return text
    .replace(/\[([^[\]]{0,300})\]\([^()\s]{0,500}\)/g, "$1")
    .replace(/[`*_~\\"'“”‘’«»]/g, "")
    .replace(/[‐‑‒–—]/g, "-")
    .replace(/…/g, "...")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/ ?[.,;:!?]$/, "");
}

/** Without regard to the case of Latin letters; the length stays, so that places in one hold in the other. */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

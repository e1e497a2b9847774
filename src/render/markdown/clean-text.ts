/** Characters that nobody sees and that change what is seen: direction overrides, zero-width and tag characters, soft hyphens. */
const unseen = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const controls = /[\u0000-\u001f\u007f-\u009f]/g;
/** More marks on one letter than any script needs paint over neighbouring lines. */
const heaped = /(\p{M}{3})\p{M}+/gu;

/** Foreign text as one line of what can be seen: no control or invisible characters, white space as single spaces, well-formed. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(controls, " ").replace(unseen, "").replace(heaped, "$1").replace(/\s+/gu, " ").trim();
}

/** At most `length` characters (code points), the last of them `…` where something was cut. */
export function cutText(text: string, length: number): string {
  // A code point takes at most two code units: what is short enough in those needs no counting.
  if (text.length <= length) return text;
  const characters = [...text.slice(0, 2 * length + 2)];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, Math.max(0, length - 1))
        .join("")
        .trimEnd()}…`;
}

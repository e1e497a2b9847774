import { cleanText } from "./clean-text.ts";

/**
 * WORD JOINER. GitHub finds mentions, references, addresses and emoji in the text *after* Markdown was read, so that a
 * backslash before `@` does not stop them; an unseen character between the sign and the word does.
 */
const joiner = "&#8288;";

/**
 * Foreign text so that GitHub shows exactly its characters: no markup, HTML, link, image, mention, reference, emoji, formula
 * or table cell comes of it, wherever in a line it stands (GitHub Flavored Markdown spec, 2.4, 2.5, 6.9; GitHub's filters).
 */
export function escapeProse(text: string): string {
  return breakAutomaticLinks(cleanText(text))
    .replace(special, (sign) => replacements.get(sign) ?? sign)
    .replaceAll(broken, joiner)
    .replace(lineStart, "$1\\$2$3");
}

/** Stands for the joiner until the signs of the text itself are escaped; `cleanText` leaves none. */
const broken = "\u2060";

const special = /[\\*_[\]~$#`&<>|]/g;
/** Entities where a backslash could meet another one (table cells, code), a backslash where the source stays easier to read. */
const replacements = new Map([
  ..."\\*_[]~$#".split("").map((sign): [string, string] => [sign, `\\${sign}`]),
  ["`", "&#96;"],
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ["|", "&#124;"],
]);

/** Lists, rules and setext underlines, should the text ever come to stand at the start of a line. */
const lineStart = /^(\d+)([.)])(?=\s|$)|^([-+=])/;

/** No word boundary is asked for: parsers differ on what may stand before an address, and a joiner too many is not seen. */
function breakAutomaticLinks(text: string): string {
  return (
    text
      .replace(/@(?=[\p{L}\p{N}_-])/gu, `@${broken}`)
      .replace(/#(?=\d)/g, `#${broken}`)
      .replace(/(GH)-(?=\d)/gi, `$1-${broken}`)
      .replace(/:(?=\/\/)/g, `:${broken}`)
      .replace(/(www)\./gi, `$1${broken}.`)
      // Two digits are minutes of a time; no emoji is called so.
      .replace(/:(?!\d\d:)(?=[\w+-]+:)/g, `:${broken}`)
      .replace(/(?=[a-f]*\d)[\da-f]{7,}/gi, (digits) => digits.replace(/.{6}(?=.)/g, `$&${broken}`))
  );
}

import { limits } from "../limits.ts";
import type { ParsedText } from "../parsed-text.ts";
import type { Place } from "./finding.ts";

/** Places of single characters, the first of each line, with the character's name as `U+202E`. */
export function findCharacters(
  { text, lines }: Pick<ParsedText, "text" | "lines">,
  pattern: RegExp,
): readonly (Place & { readonly name: string })[] {
  const found: (Place & { readonly name: string })[] = [];
  if (text.search(pattern) < 0) return found;
  for (const [index, line] of lines.entries()) {
    const at = line.search(pattern);
    if (at < 0) continue;
    const name = `U+${(line.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    found.push({ line: index + 1, column: at + 1, length: 1, name });
    if (found.length === limits.repeats) break;
  }
  return found;
}

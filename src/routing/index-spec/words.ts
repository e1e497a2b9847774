import { stemmer } from "stemmer";

const stems = new Map<string, string>();
const mostRemembered = 50_000;

/**
 * Words of a text as stems, identifiers split into their parts: `CallToolResult` gives call, tool, result.
 * The plural of an abbreviation (SEPs) is no new part.
 * A capital that starts a word with lower case after it stays with it, so that OAuth is one word.
 */
export function splitWords(text: string): string[] {
  const spaced = text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]{2})([A-Z][a-z]{2})/g, "$1 $2")
    .toLowerCase();
  const words: string[] = [];
  for (const word of spaced.match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (isWord(word)) words.push(stem(word));
  }
  return words;
}

/** Single letters and short figures say nothing; long figures (RFC numbers, error codes) do. */
function isWord(word: string): boolean {
  return word.length > 1 && word.length <= 40 && (word.length > 2 || !/^\d+$/.test(word));
}

function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = stemmer(word);
  if (stems.size < mostRemembered) stems.set(word, found);
  return found;
}

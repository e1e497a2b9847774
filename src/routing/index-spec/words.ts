const remembered = new Map<string, readonly string[]>();
const mostRemembered = 100_000;
const longestToken = 60;

/**
 * Words of a text as stems, identifiers split into their parts: `CallToolResult` gives call, tool, result.
 * The plural of an abbreviation (SEPs) is no new part. A capital that starts a word with lower case after it stays with
 * it, so that OAuth is one word.
 */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const token of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (token.length > longestToken) continue;
    for (const word of remembered.get(token) ?? split(token)) words.push(word);
  }
  return words;
}

function split(token: string): readonly string[] {
  const words = token
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]{2})([A-Z][a-z]{2})/g, "$1 $2")
    .toLowerCase()
    .split(" ")
    .filter(isWord)
    .map(singular);
  if (remembered.size < mostRemembered) remembered.set(token, words);
  return words;
}

/** Single letters and short figures say nothing; long figures (RFC numbers, error codes) do. */
function isWord(word: string): boolean {
  return word.length > 2 || (word.length === 2 && !/^\d+$/.test(word));
}

/**
 * Takes off the plural and no more (Harman's S rules). A stronger stemmer would make one word of author and authorization,
 * valid and validator, initial and initialization, which mean different domains.
 */
function singular(word: string): string {
  if (/[^ea]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/[^aeo]es$/.test(word)) return word.slice(0, -1);
  return /[^us]s$/.test(word) ? word.slice(0, -1) : word;
}

// Zero-width and direction characters show a reviewer another text than the one that counts; U+FFFD stands where the bytes were
// no UTF-8. Joiners inside emoji and words are left alone.
const hidden = /(?!\t|\n|\r|\u200c|\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu;

interface HiddenCharacter {
  readonly offset: number;
  /** `U+202E`. */
  readonly name: string;
}

/** Characters that a reader of the file does not see, or not as they are. */
export function hiddenCharacters(text: string): readonly HiddenCharacter[] {
  return [...text.matchAll(hidden)].map((match) => ({
    offset: match.index,
    name: `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  }));
}

/** What a PR or Issue field says: V3 has full addresses, `#n`, and `{n}` left from the template. */
export interface Reference {
  readonly number: number | null;
  /** True when the template's braces, or a number of zeros, still stand there. */
  readonly unfilled: boolean;
}

/** Reads the first number of a pull request or issue in a field's value. */
export function parseReference(value: string): Reference {
  const text = value.slice(0, 500);
  const found = /(?:\/(?:pull|issues|discussions)\/|^[\s[<*`]*(?:[A-Za-z-]+\s?)?#?)[{[]?(\d{1,9})(?![\w-])/.exec(text);
  const number = Number(found?.[1] ?? 0);
  return {
    number: number > 0 ? number : null,
    unfilled: /[{}]/.test(text) || (found !== null && number === 0) || /^(?:tbd|todo|n\/?a|pending|x{3,})\b/i.test(text),
  };
}

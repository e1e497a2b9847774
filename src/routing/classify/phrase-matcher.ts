/** Finds phrases in a row of stems, in one walk however many phrases there are. */
export interface PhraseMatcher<Thing> {
  /** Things whose phrase occurs, with how often. */
  findIn(words: readonly string[]): Map<Thing, number>;
}

interface Entry<Thing> {
  readonly words: readonly string[];
  readonly thing: Thing;
}

/** `apart`: of phrases inside one another only the longest counts; otherwise each counts. Phrases without words never occur. */
export function preparePhrases<Thing>(entries: readonly Entry<Thing>[], overlap: "apart" | "each"): PhraseMatcher<Thing> {
  const byFirst = new Map<string, Entry<Thing>[]>();
  for (const entry of entries.toSorted((a, b) => b.words.length - a.words.length)) {
    const [first] = entry.words;
    if (first === undefined) continue;
    const others = byFirst.get(first) ?? [];
    others.push(entry);
    byFirst.set(first, others);
  }
  return {
    findIn(words) {
      const found = new Map<Thing, number>();
      for (let at = 0; at < words.length; at += 1) {
        const candidates = byFirst.get(words[at] ?? "");
        if (candidates === undefined) continue;
        for (const entry of candidates) {
          if (!standsAt(entry.words, words, at)) continue;
          found.set(entry.thing, (found.get(entry.thing) ?? 0) + 1);
          if (overlap === "each") continue;
          at += entry.words.length - 1;
          break;
        }
      }
      return found;
    },
  };
}

function standsAt(phrase: readonly string[], words: readonly string[], at: number): boolean {
  return phrase.every((word, offset) => words[at + offset] === word);
}

import { describeMentions, MentionCounter } from "./mentions.ts";
import { isPlainWord, type KnownName, type NameLexicon } from "./name-lexicon.ts";
import type { Mark } from "./tally.ts";
import type { Piece } from "./zones.ts";

const longestName = 80;
/** Nearly every word of prose is one of these: not worth a closer look. */
const lowerCaseWord = /^[a-z]+[.:?]?$/;

/** Cuts prose and code into what may be a name; sentence marks at the end do not belong to it. */
const apart = /[\s"'`“”‘’()[\]{}<>,;|=!&]+/;

/** Names of the specification that the proposal mentions: methods, types, fields, headers, keys. */
export function readVocabulary(pieces: readonly Piece[], names: NameLexicon): Mark[] {
  const mentions = new MentionCounter<string>();
  const known = new Map<string, KnownName>();
  for (const piece of pieces) {
    for (const [name, count] of namesIn(piece)) {
      const found = names.find(name);
      if (found === null) continue;
      known.set(name, found);
      mentions.add(name, piece, count);
    }
  }
  const marks: Mark[] = [];
  for (const [name, seen] of mentions.all()) {
    const found = known.get(name);
    for (const [domain, share] of found?.shares ?? []) {
      const worth = share * (found?.rarity ?? 0);
      const text = `\`${name}\` ${describeMentions(seen)}`;
      marks.push({ domain, kind: "vocabulary", text, points: seen.strength * worth, specified: seen.specified * worth, line: seen.line });
    }
  }
  return marks;
}

/** Candidates with their number; words of prose are none, unless they stand alone as code. */
function namesIn({ form, text }: Piece): Map<string, number> {
  const found = new Map<string, number>();
  const alone = form === "inline-code";
  for (const part of alone ? text.split("\n") : text.split(apart)) {
    if (part.length < 2 || part.length > longestName || (!alone && lowerCaseWord.test(part))) continue;
    const name = part.replace(/^[.:?*_~]+(?=\w)|[.:?*~]+$/g, "").trim();
    if (name.length > 1 && isPlainWord(name) === alone) found.set(name, (found.get(name) ?? 0) + 1);
  }
  return found;
}

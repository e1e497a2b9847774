import { describeMentions, MentionCounter } from "./mentions.ts";
import type { KnownName } from "./name-lexicon.ts";
import type { ScanPiece } from "./piece-scan.ts";
import type { Mark } from "./tally.ts";
import type { Piece } from "./zones.ts";

/** Names of the specification that the proposal mentions: methods, types, fields, headers, keys. */
export function readVocabulary(pieces: readonly Piece[], scan: ScanPiece): Mark[] {
  const mentions = new MentionCounter<string>();
  const found = new Map<string, KnownName>();
  for (const piece of pieces) {
    for (const [name, { known, count }] of scan(piece).names) {
      found.set(name, known);
      mentions.add(name, piece, count);
    }
  }
  const marks: Mark[] = [];
  for (const [name, seen] of mentions.all()) {
    const known = found.get(name);
    for (const [domain, share] of known?.shares ?? []) {
      const worth = share * (known?.rarity ?? 0);
      const text = `\`${name}\` ${describeMentions(seen)}`;
      marks.push({ domain, kind: "vocabulary", text, points: seen.strength * worth, specified: seen.specified * worth, line: seen.line });
    }
  }
  return marks;
}

import { describeMentions, MentionCounter } from "./mentions.ts";
import type { ScanPiece } from "./piece-scan.ts";
import type { Mark } from "./tally.ts";
import type { Term } from "./term-lexicon.ts";
import type { Piece } from "./zones.ts";

/** Terms of the taxonomy, weighed by how rare they are and where they stand. */
export function readTerms(pieces: readonly Piece[], scan: ScanPiece): Mark[] {
  const mentions = new MentionCounter<Term>();
  for (const piece of pieces) for (const [term, count] of scan(piece).terms) mentions.add(term, piece, count);
  const marks: Mark[] = [];
  for (const [term, seen] of mentions.all()) {
    for (const [domain, share] of term.shares) {
      const worth = share * term.rarity;
      const text = `“${term.text}” ${describeMentions(seen)}`;
      marks.push({ domain, kind: "term", text, points: seen.strength * worth, specified: seen.specified * worth, line: seen.line });
    }
  }
  return marks;
}

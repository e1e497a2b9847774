import { isPlainWord, type KnownName, type NameLexicon } from "./name-lexicon.ts";
import type { Term, TermLexicon } from "./term-lexicon.ts";
import type { Piece } from "./zones.ts";

/** What is known of the names and terms of one piece. */
export interface PieceScan {
  readonly names: ReadonlyMap<string, { readonly known: KnownName; readonly count: number }>;
  readonly terms: ReadonlyMap<Term, number>;
}

export type ScanPiece = (piece: Piece) => PieceScan;

const longestName = 80;
/** Nearly every word of prose is one of these: not worth a closer look. */
const lowerCaseWord = /^[a-z]+[.:?]?$/;
/** Cuts prose and code into what may be a name; sentence marks at the end do not belong to it. */
const apart = /[\s"'`“”‘’()[\]{}<>,;|=!&]+/;

/** Looks each piece through once, however many ways it is read afterwards. */
export function prepareScan(names: NameLexicon, terms: TermLexicon): ScanPiece {
  const scanned = new WeakMap<Piece, PieceScan>();
  return (piece) => {
    const before = scanned.get(piece);
    if (before !== undefined) return before;
    const scan = { names: knownNamesIn(piece, names), terms: terms.findIn(piece.words) };
    scanned.set(piece, scan);
    return scan;
  };
}

/** Known names with their number; words of prose are none, unless they stand alone as code. */
function knownNamesIn({ form, text }: Piece, names: NameLexicon): Map<string, { known: KnownName; count: number }> {
  const found = new Map<string, { known: KnownName; count: number }>();
  const alone = form === "inline-code";
  for (const part of alone ? text.split("\n") : text.split(apart)) {
    if (part.length < 2 || part.length > longestName || (!alone && lowerCaseWord.test(part))) continue;
    const name = part.replace(/^[.:?*_~]+(?=\w)|[.:?*~]+$/g, "").trim();
    const seen = found.get(name);
    if (seen !== undefined) {
      seen.count += 1;
      continue;
    }
    const known = name.length > 1 && isPlainWord(name) === alone ? names.find(name) : null;
    if (known !== null) found.set(name, { known, count: 1 });
  }
  return found;
}

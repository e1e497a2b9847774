import type { Stretch } from "./flow-text.ts";

export interface Sentence {
  /** White space squeezed to single spaces. */
  readonly text: string;
  /** Line of its first word. */
  readonly line: number;
  /** True where a character of `text` stands in inline code or a written-out address. */
  readonly isLiteral: (index: number) => boolean;
}

const ending = /[.!?…][)\]"'”’]*(?=\s|$)/g;
/** How a sentence begins; inline code may begin one too, whatever its case. */
const beginning = /[\p{Lu}\p{N}"'“‘([]/u;
const abbreviation =
  /(?:^|[\s([])(?:e\.g|i\.e|etc|vs|cf|resp|approx|incl|viz|al|ca|Fig|Sec|Sect|No|Dr|Mr|Ms|Mrs|St|Prof|Inc|Ltd|ver|[A-Z])\.$/;

/**
 * Ends of the sentences of a text with single spaces, the last one its own end; never inside a literal, nor after an
 * abbreviation or an initial. `literal` is in order and apart.
 */
export function sentenceEnds(text: string, literal: readonly Span[]): readonly number[] {
  const cuts: number[] = [];
  for (const found of text.matchAll(ending)) {
    const end = found.index + found[0].length;
    if (isInside(literal, found.index) || abbreviation.test(text.slice(Math.max(0, found.index - 8), found.index + 1))) continue;
    if (end >= text.length - 1 || beginning.test(String.fromCodePoint(text.codePointAt(end + 1) ?? 0)) || isInside(literal, end + 1))
      cuts.push(end);
  }
  if (cuts.at(-1) !== text.length) cuts.push(text.length);
  return cuts;
}

/** Cuts a paragraph into sentences. */
export function splitSentences(stretches: readonly Stretch[]): readonly Sentence[] {
  const { text, literal, lines } = join(stretches);
  const sentences: Sentence[] = [];
  let from = 0;
  let line = 0;
  let mark = 0;
  for (const to of sentenceEnds(text, literal)) {
    while (from < to && text.charAt(from) === " ") from += 1;
    while ((lines[line + 1]?.at ?? Number.POSITIVE_INFINITY) <= from) line += 1;
    while ((literal[mark]?.to ?? Number.POSITIVE_INFINITY) <= from) mark += 1;
    const piece = text.slice(from, to).trimEnd();
    const start = from;
    const near = literal.slice(mark, mark + countBefore(literal, mark, to));
    if (piece !== "") sentences.push({ text: piece, line: lines[line]?.line ?? 1, isLiteral: (index) => isInside(near, start + index) });
    from = to;
  }
  return sentences;
}

/** A stretch of a text, its end left out. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

function countBefore(spans: readonly Span[], from: number, offset: number): number {
  let count = 0;
  while ((spans[from + count]?.from ?? Number.POSITIVE_INFINITY) < offset) count += 1;
  return count;
}

/** Binary search: spans are in order and apart. */
function isInside(spans: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span === undefined) return false;
    if (offset < span.from) high = middle - 1;
    else if (offset >= span.to) low = middle + 1;
    else return true;
  }
  return false;
}

/** One string with single spaces, the stretches of it that are literal, and where each source line begins in it. */
function join(stretches: readonly Stretch[]): { text: string; literal: Span[]; lines: { at: number; line: number }[] } {
  const pieces: string[] = [];
  const literal: Span[] = [];
  const lines: { at: number; line: number }[] = [];
  let length = 0;
  let spaced = true;
  for (const { text, line, kind } of stretches) {
    let piece = text.replace(/\s+/g, " ");
    if (spaced && piece.startsWith(" ")) piece = piece.slice(1);
    if (piece === "") continue;
    if (lines.at(-1)?.line !== line) lines.push({ at: length, line });
    if (kind !== "words") literal.push({ from: length, to: length + piece.length });
    pieces.push(piece);
    length += piece.length;
    spaced = piece.endsWith(" ");
  }
  return { text: pieces.join(""), literal, lines };
}

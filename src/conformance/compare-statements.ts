import type { NormativeStatement } from "../domain/proposal-document.ts";
import { foldCase, plainWords } from "./plain-words.ts";
import type { TraceabilityRow } from "./traceability.ts";

/** A statement of the proposal that no row, or not enough of one, quotes. */
export interface StatementWithoutRow {
  /** In the proposal's file. */
  readonly line: number;
  readonly keyword: string;
  readonly text: string;
}

/** A row that quotes no statement of the proposal, or so little that it could be several. */
export interface RowWithoutStatement {
  /** In the traceability file. */
  readonly line: number;
  readonly text: string;
  readonly why: "no-such-statement" | "ambiguous";
}

export interface StatementComparison {
  /** How many different statements need a row. */
  readonly statements: number;
  readonly missing: readonly StatementWithoutRow[];
  /** No mistake in itself: rows may quote the specification's own page, or a table. */
  readonly surplus: readonly RowWithoutStatement[];
}

interface Statement {
  readonly source: NormativeStatement;
  /** Folded. */
  readonly text: string;
  /** Where its keywords begin; each has to be covered. */
  readonly open: Set<number>;
}

/** More different statements than this are matched by their whole text only: no real SEP has a fiftieth. */
const mostSearched = 2_000;
/** An excerpt of fewer words says nothing about which statement it is from. */
const fewestWords = 3;
const keyword = /\b(?:(?:MUST|SHALL|SHOULD)(?: NOT)?|(?:NOT )?RECOMMENDED|(?<!NOT )REQUIRED)\b/g;

/**
 * R7.3: which statements have no row, and which rows have no statement. A row answers for a statement that it quotes whole, or
 * for those keywords of it that stand in the excerpt; `…` and `[added words]` stand for what an excerpt leaves out.
 */
export function compareStatements(statements: readonly NormativeStatement[], rows: readonly TraceabilityRow[]): StatementComparison {
  const byText = new Map<string, Statement>();
  for (const source of statements) {
    const plain = plainWords(source.text);
    const text = foldCase(plain);
    if (byText.has(text)) continue;
    const places = [...plain.matchAll(keyword)].map(({ index }) => index);
    // A keyword that the marks around it hide still asks for its row.
    byText.set(text, { source, text, open: new Set(places.length > 0 ? places : [0]) });
  }
  const all = [...byText.values()];
  const searched = all.slice(0, mostSearched);
  const surplus: RowWithoutStatement[] = [];
  for (const row of rows) {
    const quoted = foldCase(plainWords(row.text));
    const exact = byText.get(quoted);
    const whole = exact ? [exact] : searched.filter(({ text }) => holdsSentence(quoted, text));
    for (const statement of whole) statement.open.clear();
    if (whole.length > 0) continue;
    const why = coverExcerpt(quoted, searched);
    if (why !== null) surplus.push({ line: row.line, text: row.text, why });
  }
  const missing = all
    .filter(({ open }) => open.size > 0)
    .map(({ source, open }) => ({ line: source.line, keyword: keywordAt(source, open), text: source.text }));
  return { statements: all.length, missing, surplus };
}

function keywordAt({ text, keyword: first }: NormativeStatement, open: ReadonlySet<number>): string {
  return [...plainWords(text).matchAll(keyword)].find(({ index }) => open.has(index))?.[0] ?? first;
}

/** The sentence stands in the row from one break of speech to the next, not as the beginning of a longer one. */
function holdsSentence(row: string, sentence: string): boolean {
  for (let at = row.indexOf(sentence); at !== -1; at = row.indexOf(sentence, at + 1)) {
    const before = row.slice(0, at).trimEnd();
    const after = row.slice(at + sentence.length, at + sentence.length + 1);
    if ((before === "" || /[.:;!?(/-]$/.test(before)) && (after === "" || /[.,;:!?)]/.test(after))) return true;
  }
  return false;
}

/** Marks the keywords that an excerpt holds as answered, where it is from one statement alone; else says why not. */
function coverExcerpt(quoted: string, statements: readonly Statement[]): RowWithoutStatement["why"] | null {
  const pieces = quoted.split(/ ?(?:\.{3}|\[[^\]]*\]) ?/).filter((piece) => piece !== "");
  if (pieces.join(" ").split(" ").length < fewestWords) return "ambiguous";
  const found: { statement: Statement; spans: readonly Span[] }[] = [];
  for (const statement of statements) {
    const spans = spansOf(pieces, statement.text) ?? spansOf([quoted], statement.text);
    if (spans !== null) found.push({ statement, spans });
    if (found.length > 1) return "ambiguous";
  }
  const [only] = found;
  if (only === undefined) return "no-such-statement";
  for (const at of [...only.statement.open]) {
    if (only.spans.some(({ from, to }) => from <= at && at < to)) only.statement.open.delete(at);
  }
  return null;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where the pieces stand in the text, each whole words, one after the other; null when one does not. */
function spansOf(pieces: readonly string[], text: string): readonly Span[] | null {
  const spans: Span[] = [];
  let from = 0;
  for (const piece of pieces) {
    let at = text.indexOf(piece, from);
    while (at !== -1 && !isWholeWords(text, at, at + piece.length)) at = text.indexOf(piece, at + 1);
    if (at === -1) return null;
    from = at + piece.length;
    spans.push({ from: at, to: from });
  }
  return spans.length === 0 ? null : spans;
}

const letter = /[\p{L}\p{N}]/u;

function isWholeWords(text: string, from: number, to: number): boolean {
  const cuts = (at: number) => letter.test(text.charAt(at - 1)) && letter.test(text.charAt(at));
  return !cuts(from) && !cuts(to);
}

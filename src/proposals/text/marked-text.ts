import { type Span, sentenceEnds } from "../sentences.ts";
import { squeeze } from "./squeeze.ts";

export interface MarkedSentence {
  readonly text: string;
  /** Words and code as a reader sees them: marks left out, so that no mark can part a word. */
  readonly seen: string;
  readonly line: number;
}

const markLike = /[\\`⟨⟩|]/;
const markLikes = new RegExp(markLike, "g");

/**
 * Puts a block's words, code and marks into one line of text, so that different content never gives the same text: code stands
 * between as many backticks as it needs, marks between `⟨` and `⟩`, and words that hold such characters are escaped.
 */
export class MarkedText {
  #text = "";
  #spaced = true;
  readonly #literal: Span[] = [];
  readonly #marks: Span[] = [];
  readonly #lines: { readonly at: number; readonly line: number }[] = [];

  words(text: string, line: number): void {
    let piece = squeeze(text);
    if (markLike.test(piece)) piece = piece.replace(markLikes, "\\$&");
    if (this.#spaced && piece.startsWith(" ")) piece = piece.slice(1);
    if (piece === "") return;
    this.#begin(line);
    this.#text += piece;
    this.#spaced = piece.endsWith(" ");
  }

  code(text: string, line: number): void {
    let longest = 0;
    for (const run of text.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
    const fence = "`".repeat(longest + 1);
    this.#literal.push(this.#exact(`${fence}${text}${fence}`, line));
  }

  mark(text: string, line: number): void {
    const span = this.#exact(`⟨${text.replace(/[\\⟨⟩]/g, "\\$&")}⟩`, line);
    this.#literal.push(span);
    this.#marks.push(span);
  }

  #exact(piece: string, line: number): Span {
    this.#begin(line);
    const from = this.#text.length;
    this.#text += piece;
    this.#spaced = false;
    return { from, to: this.#text.length };
  }

  #begin(line: number): void {
    if (this.#lines.at(-1)?.line !== line) this.#lines.push({ at: this.#text.length, line });
  }

  sentences(): readonly MarkedSentence[] {
    const text = this.#trimmed();
    return text === "" ? [] : this.#cut(text, sentenceEnds(text, this.#literal));
  }

  /** All of it as one sentence. */
  whole(line: number): MarkedSentence {
    const text = this.#trimmed();
    return this.#cut(text, [text.length])[0] ?? { text: "", seen: "", line };
  }

  #trimmed(): string {
    return this.#spaced && this.#text !== "" ? this.#text.slice(0, -1) : this.#text;
  }

  #cut(text: string, ends: readonly number[]): readonly MarkedSentence[] {
    const sentences: MarkedSentence[] = [];
    let from = 0;
    let row = 0;
    let mark = 0;
    for (const to of ends) {
      if (text.charAt(from) === " ") from += 1;
      while ((this.#lines[row + 1]?.at ?? Number.POSITIVE_INFINITY) <= from) row += 1;
      let seen = "";
      let at = from;
      for (; (this.#marks[mark]?.from ?? Number.POSITIVE_INFINITY) < to; mark += 1) {
        const span = this.#marks[mark] ?? { from: at, to: at };
        seen += text.slice(at, span.from);
        at = span.to;
      }
      seen += text.slice(at, to);
      if (to > from) sentences.push({ text: text.slice(from, to), seen, line: this.#lines[row]?.line ?? 1 });
      from = to;
    }
    return sentences;
  }
}

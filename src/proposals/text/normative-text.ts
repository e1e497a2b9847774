import type { ProposalType, SectionKind } from "../../domain/proposal-vocabulary.ts";

/**
 * One sentence, heading, row, code block or HTML block that the digest covers. In `text`, white space of prose is squeezed and
 * code stands as written; `⟨…⟩` holds what is no words: a link's target, an image, a tag. A `\` stands before characters of the
 * prose that would read as such marks.
 */
export interface Passage {
  /** The kind of the section by which it counts, or in which it stands. */
  readonly section: SectionKind | null;
  /** Words of the nearest heading above it; empty above the first. */
  readonly heading: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** What of a proposal's text is normative (X1), in the order of the file. */
export interface NormativeText {
  readonly title: string | null;
  /** The words of the Type field where they name no known type. */
  readonly type: ProposalType | string | null;
  readonly passages: readonly Passage[];
  /** Why every line counts as it is written, in words; null where the text could be told apart. */
  readonly doubt: string | null;
  /** SHA-256 of the whole text with line feeds: tells an editorial change from none. */
  readonly source: string;
}

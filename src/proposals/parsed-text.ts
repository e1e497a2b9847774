import type { PreambleField, ProposalDocument } from "../domain/proposal-document.ts";
import type { Heading } from "./outline.ts";
import type { Preamble } from "./parse-preamble.ts";
import type { Paragraph } from "./read-content.ts";
import type { TitleHeading } from "./title-heading.ts";

/** A file as it was read, before its problems are known: what the checks of the text look at. */
export interface ParsedText {
  readonly document: Omit<ProposalDocument, "problems">;
  /** Word before the number: SEP. */
  readonly prefix: string;
  /** What was read, with line feeds only. */
  readonly text: string;
  readonly lines: readonly string[];
  /** Why only the beginning was read; null when the whole file was. */
  readonly unread: string | null;
  /** Line from which nested content is not read. */
  readonly tooDeepAt: number | null;
  readonly headings: readonly Heading[];
  readonly titleHeading: TitleHeading | null;
  readonly preamble: Preamble;
  /** First field of each name, by `fieldKey`. */
  readonly fields: ReadonlyMap<string, PreambleField>;
  /** Outside code and preamble, in order. */
  readonly paragraphs: readonly Paragraph[];
  /** Fragments that links inside the file may name. */
  readonly anchors: ReadonlySet<string>;
}

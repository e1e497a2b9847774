import type { Position, Problem } from "./problem.ts";
import type { FileStatus, ProposalType, SectionKind } from "./proposal-vocabulary.ts";

/** One `- **Name**: value` item of the preamble, as written. */
export interface PreambleField extends Position {
  readonly name: string;
  /** Continuation lines joined by spaces, items of a nested list by commas. */
  readonly value: string;
  /** Column where the value begins, or that of the name when there is none. */
  readonly valueColumn: number;
}

/** An author or sponsor as a file names them; `handle` is without the @ (V4, V5). */
export interface NamedPerson {
  readonly name: string | null;
  readonly handle: string | null;
}

/** V5: no field at all, a field that says nobody, or a person. */
export type SponsorField = { readonly kind: "absent" } | { readonly kind: "none" } | ({ readonly kind: "person" } & NamedPerson);

export interface CodeBlock {
  readonly language: string | null;
  readonly text: string;
  readonly line: number;
}

/** A heading and what stands under it up to the next heading of any level. */
export interface Section {
  readonly heading: string;
  /** GitHub's anchor for the heading, duplicates numbered. */
  readonly slug: string;
  readonly level: number;
  readonly line: number;
  readonly column: number;
  /** The kind of its nearest recognised ancestor-or-self heading; null above or outside all of them. */
  readonly kind: SectionKind | null;
  /** Visible prose, without code, comments and markup; inline code is kept in it and listed apart too. */
  readonly prose: string;
  readonly inlineCode: readonly string[];
  readonly code: readonly CodeBlock[];
}

/** A sentence with an RFC 2119 keyword in capitals, outside code and quotes. */
export interface NormativeStatement {
  /** The first keyword of the sentence. */
  readonly keyword: string;
  /** All of them, in order. */
  readonly keywords: readonly string[];
  /** White space squeezed; words of inline code stand in it without backticks. */
  readonly text: string;
  readonly line: number;
  readonly section: SectionKind | null;
}

export interface DocumentLink extends Position {
  readonly url: string;
  readonly text: string;
}

/** A SEP file as data. Total: every byte sequence gives one, with problems where something is missing. */
export interface ProposalDocument {
  /** Path as given by the caller. */
  readonly file: string;
  /** From the heading, else the file name; `0000` gives null (R1.1, R1.2). */
  readonly number: number | null;
  /** Markdown as written in the heading, without the number. */
  readonly title: string | null;
  readonly status: FileStatus | null;
  readonly type: ProposalType | null;
  /** YYYY-MM-DD */
  readonly created: string | null;
  readonly authors: readonly NamedPerson[];
  readonly sponsor: SponsorField;
  readonly pullRequest: number | null;
  readonly issue: number | null;
  readonly fields: readonly PreambleField[];
  readonly sections: readonly Section[];
  readonly normative: readonly NormativeStatement[];
  readonly links: readonly DocumentLink[];
  /** What is wrong in the text alone; what depends on the pull request is checked apart. */
  readonly problems: readonly Problem[];
}

import type { ProposalDocument } from "../../domain/proposal-document.ts";
import { digestOf, sha256 } from "../../kernel/digest.ts";
import type { NormativeText } from "./normative-text.ts";
import { type NormativeTextOptions, readNormativeText } from "./read-normative-text.ts";

/** A schema file that a pull request changes, at its head; `text` is null where it is deleted. */
export interface SchemaText {
  readonly path: string;
  readonly text: string | null;
}

/** SHA-256 in hex. */
export interface TextDigest {
  /** What decisions bind to (X2): the proposal's normative text and the changed schema files. */
  readonly whole: string;
  /** The proposal's normative text alone. */
  readonly proposal: string;
}

interface DigestInput {
  readonly document: ProposalDocument;
  readonly text: string;
  readonly schemas: readonly SchemaText[];
}

/** X1: the digest of a proposal's text as `parseProposal` read it. */
export function digestText({ document, text, schemas }: DigestInput, options: NormativeTextOptions = {}): TextDigest {
  return digestNormativeText(readNormativeText(document, text, options), schemas);
}

/** The same of a text that was read before. Schema files count byte for byte, in whatever order they are given. */
export function digestNormativeText({ title, type, passages }: NormativeText, schemas: readonly SchemaText[]): TextDigest {
  const proposal = digestOf({ v: 1, title, type, passages: passages.map(({ section, text }) => [section, text]) });
  const files = schemas.map(({ path, text }) => [path, text === null ? null : sha256(text)]);
  files.sort(([left], [right]) => ((left ?? "") < (right ?? "") ? -1 : 1));
  return { whole: digestOf({ v: 1, proposal, schemas: files }), proposal };
}

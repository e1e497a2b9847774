import type { ProposalDocument } from "../domain/proposal-document.ts";
import { decodeProposal } from "./decode-proposal.ts";
import { type ParseOptions, parseProposal } from "./parse-proposal.ts";

/** Reads a SEP file from its bytes. Total. What is no text has that one problem, not those of an empty file. */
export function parseProposalBytes(bytes: Uint8Array, file: string, options: ParseOptions = {}): ProposalDocument {
  const { text, problems } = decodeProposal(bytes);
  const document = parseProposal(text, file, options);
  const unreadable = problems.some((problem) => problem.code === "binary-file");
  return { ...document, problems: unreadable ? problems : [...problems, ...document.problems] };
}

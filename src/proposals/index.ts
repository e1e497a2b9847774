export { checkInContext } from "./checks/check-in-context.ts";
export { contextChecks } from "./checks/context/index.ts";
export { textChecks } from "./checks/text/index.ts";
export { parseProposal } from "./parse-proposal.ts";
export { parseProposalBytes } from "./parse-proposal-bytes.ts";
export type { ProposalContext } from "./proposal-context.ts";
export { readMarkdown } from "./read-markdown.ts";
export { planStatusLine, type StatusLineChange } from "./status-line.ts";
export {
  compareTexts,
  diffLines,
  digestText,
  matchesDigest,
  type NormativeText,
  type NormativeTextOptions,
  type Passage,
  type PassageChange,
  readNormativeText,
  type SchemaText,
  type TextChange,
  type TextDigest,
} from "./text/index.ts";

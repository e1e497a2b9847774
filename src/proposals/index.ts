export type { ContextCheck, TextCheck } from "./checks/check.ts";
export { checkInContext } from "./checks/check-in-context.ts";
export { contextChecks } from "./checks/context/index.ts";
export { textChecks } from "./checks/text/index.ts";
export { type DecodedText, decodeProposal } from "./decode-proposal.ts";
export { type ParseOptions, parseProposal } from "./parse-proposal.ts";
export { parseProposalBytes } from "./parse-proposal-bytes.ts";
export type { ProposalContext, RequiredSections } from "./proposal-context.ts";
export { sectionKindOf } from "./section-kind.ts";

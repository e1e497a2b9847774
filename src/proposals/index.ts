export { checkInContext } from "./checks/check-in-context.ts";
export { contextChecks } from "./checks/context/index.ts";
export { textChecks } from "./checks/text/index.ts";
export { parseProposal } from "./parse-proposal.ts";
export { parseProposalBytes } from "./parse-proposal-bytes.ts";
export type { ProposalContext } from "./proposal-context.ts";

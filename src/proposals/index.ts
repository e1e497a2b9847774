export { type ParseOptions, parseProposal } from "./parse-proposal.ts";
export { sectionKindOf } from "./section-kind.ts";

export { renderBrokenRulesCheck, renderGovernanceCheck, renderPassingCheck, renderUnknownCheck } from "./other-checks.ts";
export { renderProposalCheck } from "./proposal-check.ts";

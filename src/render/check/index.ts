export { renderGroupCheck, renderPassingGroupCheck, renderUnknownGroupCheck, type WaitingInGroup } from "./merge-group-check.ts";
export { renderBrokenRulesCheck, renderGovernanceCheck, renderPassingCheck, renderUnknownCheck } from "./other-checks.ts";
export { renderProposalCheck } from "./proposal-check.ts";

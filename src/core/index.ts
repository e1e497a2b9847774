export { type AssessInput, type Assessment, assessProposal } from "./assess-proposal.ts";
export { plan } from "./plan.ts";
export { dayOf, type Mode, type PlanInput, type Rules, resolveMode } from "./plan-input.ts";

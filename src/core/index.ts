export { type AssessInput, type Assessment, assessProposal } from "./assess-proposal.ts";
export { createPlanner, type PlanFacts, type PlannerOptions } from "./create-planner.ts";
export { noChoices } from "./hand-choices.ts";
export { plan } from "./plan.ts";
export { dayOf, type Mode, type PlanInput, type Rules, resolveMode } from "./plan-input.ts";
export { rulesForFiles, sponsorsOf } from "./proposal-context.ts";

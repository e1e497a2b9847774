export { type Assessment, assessProposal } from "./assess-proposal.ts";
export { noChoices } from "./hand-choices.ts";
export { plan } from "./plan.ts";
export type { EarlierText, PlanInput } from "./plan-input.ts";
export { rulesForFiles, sponsorsOf } from "./proposal-context.ts";

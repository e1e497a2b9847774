export { type Assessment, assessProposal } from "./assess-proposal.ts";
export { reminderWeek } from "./decide/reminder-budget.ts";
export { noChoices } from "./hand-choices.ts";
export { foldLedger } from "./ledger/index.ts";
export { plan } from "./plan.ts";
export type { EarlierText, PlanInput } from "./plan-input.ts";
export { rulesForFiles, sponsorsOf } from "./proposal-context.ts";
export { findEvidence } from "./recover/find-evidence.ts";
export { listUnproved, type Unproved } from "./recover/list-unproved.ts";

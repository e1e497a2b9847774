export { countPart, isShort, organisationsAmong, type PartCount, type Tally, tallyOf } from "./count-part.ts";
export { judgeDecision } from "./judge-decision.ts";
export { pickHandler } from "./pick-handler.ts";
export type { DecisionVerdict, Missing } from "./verdict.ts";

export { countPart, type PartCount, type Tally, tallyOf } from "./count-part.ts";
export { judgeDecision } from "./judge-decision.ts";
export type { DecisionVerdict, Missing } from "./verdict.ts";

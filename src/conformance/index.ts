export type { FinalItem } from "./final-item.ts";
export type { ConformanceReading, FinalEntry, FinalInput, FinalJudgement, FinalStatus } from "./final-judgement.ts";
export { isScenarioPath } from "./judge-conformance.ts";
export { judgeFinal } from "./judge-final.ts";
export { type AttestedItem, type FinalAttestation, parseAttestation } from "./parse-attestation.ts";
export { specificationPaths } from "./specification-paths.ts";
export { isTraceabilityPath } from "./traceability.ts";

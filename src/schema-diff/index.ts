export { diffSchemas } from "./diff-schemas.ts";
export { type FindingKind, findingKinds } from "./finding.ts";

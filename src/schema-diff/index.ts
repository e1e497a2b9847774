export { diffSchemas, type SchemaDiff, type SchemaPair } from "./diff-schemas.ts";
export { type FindingKind, findingKinds, type SchemaDifference } from "./finding.ts";

export { assessChange, type SchemaFinding } from "./assess-change.ts";
export { isDeprecation } from "./deprecation.ts";

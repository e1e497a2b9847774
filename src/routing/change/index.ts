export { assessChange, type ChangeInput, type SchemaFinding } from "./assess-change.ts";
export { isDeprecation } from "./deprecation.ts";

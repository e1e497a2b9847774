export { assessChange, type SchemaFinding } from "./assess-change.ts";
export { classifyLaterChange, type LaterChange, type LaterChangeInput, type OwnedChange } from "./classify-later-change.ts";
export { isDeprecation } from "./deprecation.ts";

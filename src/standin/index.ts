export type { ObservedDelivery, ObservedResponse } from "./http/observe.ts";
export { Journal, readJournal } from "./journal.ts";
export { githubLimits } from "./limits.ts";
export type { Standin, StandinOptions } from "./standin.ts";
export { startStandin } from "./start.ts";
export type { Files } from "./world/index.ts";

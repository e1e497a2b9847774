export type { StandinClock } from "./clock.ts";
export type { ApiFault, ApiTrouble, DeliveryFaults, Faults } from "./faults.ts";
export type { Delivery, Sender } from "./hooks/index.ts";
export type { ObservedDelivery, ObservedResponse } from "./http/observe.ts";
export { Journal, type JournalEntry, readJournal } from "./journal.ts";
export { githubLimits, type RateLimits } from "./limits.ts";
export type { RequestCounts, RequestEntry, RequestLog } from "./request-log.ts";
export { type Standin, type StandinOptions, startStandin } from "./start.ts";
export type { Files, NewAppOptions, NewAppResult, NewPullRequest, NewTeam, NewUser, World } from "./world/index.ts";

export { decideRoute } from "./decide-route.ts";
export { ownersOf, personOf, resolveElectorate } from "./electorate.ts";
export { groupTitle } from "./group-title.ts";
export type { RouteInput } from "./route-input.ts";

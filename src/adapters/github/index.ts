export { createGitHub } from "./create-github.ts";
export { createPace, type Pace, unpaced } from "./pace.ts";
export { createRecentChanges } from "./read-change.ts";
export { createWaitingRoom, type WaitingRoom } from "./waiting-room.ts";
export { withoutRetries } from "./without-retries.ts";

export { renderReasons } from "./folds.ts";
export { describeNow, summarise } from "./headline.ts";
export { renderStatus } from "./render-status.ts";
export { countProblems, inOrderOfWeight } from "./rows.ts";
export type { NumberedEvent, ProposalStatus, StatusData } from "./status-data.ts";

export { renderReasons } from "./folds.ts";
export { summarise } from "./headline.ts";
export { renderStatus } from "./render-status.ts";
export { countProblems, inOrderOfWeight } from "./rows.ts";
export type { ProposalStatus, StatusData } from "./status-data.ts";

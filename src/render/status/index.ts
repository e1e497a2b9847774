export { renderReasons } from "./folds.ts";
export { summarise } from "./headline.ts";
export { renderStatus } from "./render-status.ts";
export { countProblems, inOrderOfWeight } from "./rows.ts";
export type { HandLabel, ProposalStatus, SeveralProposalsStatus, StatusData, Turn, UnreadableStatus } from "./status-data.ts";

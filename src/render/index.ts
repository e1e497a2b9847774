export {
  checkName,
  renderBrokenRulesCheck,
  renderGovernanceCheck,
  renderPassingCheck,
  renderProposalCheck,
  renderUnknownCheck,
} from "./check/index.ts";
export { cleanText, cutText } from "./markdown/index.ts";
export type { Places } from "./places.ts";
export { type HandLabel, type ProposalStatus, renderStatus, type StatusData, summarise, type Turn } from "./status/index.ts";

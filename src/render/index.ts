export {
  renderBrokenRulesCheck,
  renderGovernanceCheck,
  renderPassingCheck,
  renderProposalCheck,
  renderUnknownCheck,
} from "./check/index.ts";
export { cleanText, cutText } from "./markdown/index.ts";
export type { Places } from "./places.ts";
export { type NumberedEvent, type ProposalStatus, renderStatus, type StatusData } from "./status/index.ts";

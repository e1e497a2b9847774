export {
  type CanAnswer,
  type HelpEntry,
  renderCan,
  renderHelp,
  renderStatusAnswer,
  renderWhy,
  tellEvent,
  type WhyAnswer,
} from "./answers/index.ts";
export {
  type AskLeads,
  type AskSponsors,
  type HandUndone,
  type Reminder,
  renderAskLeads,
  renderAskSponsors,
  renderHandUndone,
  renderReminder,
  renderStatusSuggestion,
} from "./calls/index.ts";
export {
  renderBrokenRulesCheck,
  renderGovernanceCheck,
  renderGroupCheck,
  renderPassingCheck,
  renderPassingGroupCheck,
  renderProposalCheck,
  renderUnknownCheck,
  renderUnknownGroupCheck,
  type WaitingInGroup,
} from "./check/index.ts";
export { cleanText, cutText } from "./markdown/index.ts";
export type { Places } from "./places.ts";
export { readRecordHash } from "./record/index.ts";
export { type AnsweredAct, type Reply, renderReply, renderTextChange } from "./replies/index.ts";
export { plainBody } from "./stages/index.ts";
export { type NumberedEvent, type ProposalStatus, renderStatus, type StatusData } from "./status/index.ts";

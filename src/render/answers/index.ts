export { type CanAnswer, renderCan } from "./can.ts";
export { type HelpEntry, renderHelp } from "./help.ts";
export { renderStatusAnswer } from "./status-answer.ts";
export { tellEvent } from "./tell-event.ts";
export { renderWhy, type WhyAnswer } from "./why.ts";

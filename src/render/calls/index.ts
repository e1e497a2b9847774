export { type AskLeads, renderAskLeads } from "./ask-leads.ts";
export { type AskSponsors, renderAskSponsors } from "./ask-sponsors.ts";
export { type HandUndone, renderHandUndone } from "./hand-undone.ts";
export { type Reminder, renderReminder } from "./reminder.ts";
export { renderStatusSuggestion } from "./status-suggestion.ts";

export type { KnownProposal } from "./known-proposal.ts";
export { makeAgendaReport, makeQueueReport, type ReportInput } from "./make-reports.ts";
export type { PlacedEntry, QueueEntry } from "./queue-entry.ts";
export { AgendaReport, QueueReport } from "./report.ts";

export { emptyRecord } from "./empty-record.ts";
export { type ExportedRepository, headerLine, proposalLines, totalLine } from "./export-lines.ts";
export { foldEvent, foldLedger } from "./fold-ledger.ts";
export type { FoldedEvent } from "./folded-event.ts";
export { recordToJson } from "./record-json.ts";
export { isKnownEvent } from "./shapes/is-known-event.ts";

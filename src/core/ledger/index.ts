export { emptyRecord } from "./empty-record.ts";
export { foldEvent, foldLedger } from "./fold-ledger.ts";
export type { FoldedEvent } from "./folded-event.ts";

export { emptyRecord } from "./empty-record.ts";
export { type FoldedEvent, foldEvent, foldLedger } from "./fold-ledger.ts";

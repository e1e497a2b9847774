import type { LedgerEvent, NewLedgerEvent } from "../../domain/ledger-event.ts";

/** An event on its way into the ledger: what a fold needs of it. */
export type FoldedEvent = Pick<NewLedgerEvent, "at" | "actor" | "source" | "fact"> & Pick<LedgerEvent, "sequence">;

import type { LedgerEvent, NewLedgerEvent } from "../../domain/ledger-event.ts";

/** An event on its way into the ledger, or out of it: what a fold needs of it. */
export type FoldedEvent = Pick<NewLedgerEvent, "at" | "actor" | "source" | "fact"> &
  Pick<LedgerEvent, "sequence"> & {
    /** Left out of events that are not recorded yet. */
    readonly version?: number;
  };

import type { LedgerFact } from "../../domain/ledger-event.ts";
import { type Markdown, md, nothing, phrase } from "../markdown/index.ts";
import type { NumberedEvent } from "../status/status-data.ts";

/** First words of a reason; the whole stands where it was written. */
const shown = 140;

/** The latest event that says this. */
export function findFact(events: readonly NumberedEvent[], says: (fact: LedgerFact) => boolean): NumberedEvent | null {
  return events.findLast(({ fact }) => says(fact)) ?? null;
}

/** `: the first words of it`; nothing where none was given, or where it was redacted. */
export function firstWords(event: NumberedEvent | null, length = shown): Markdown {
  return event?.reason ? md`: ${phrase(event.reason, length)}` : nothing;
}

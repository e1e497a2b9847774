import { ledgerPath } from "../../app/ledger-page.ts";

/** The Steward that has the database gives the ledger out too. */
export const whenInUse = (address: string): string =>
  `Take the ledger from the running one, without reasons: curl -fsS ${address}${ledgerPath} > ledger.jsonl\nFor reasons or a redaction, stop it first.`;

import { emptyRecord } from "../../src/core/ledger/index.ts";
import type { ProposalRecord } from "../../src/domain/proposal-record.ts";

/** Where a proposal stands, of which only this has been recorded. */
export function aRecord(changes: Partial<ProposalRecord> = {}): ProposalRecord {
  return { ...emptyRecord, ...changes };
}

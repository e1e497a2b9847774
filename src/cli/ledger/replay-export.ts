import { emptyRecord, foldEvent, recordToJson } from "../../core/ledger/index.ts";
import type { ChainSubject } from "../../domain/ledger-chain.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import { BrokenExport, plainText } from "./broken-export.ts";
import { findFirstDifference } from "./first-difference.ts";
import { readExport } from "./read-export.ts";

export interface ReplayedProposal extends ChainSubject {
  readonly unknown: readonly number[];
}

/**
 * Folds every proposal anew and compares it with the state that was exported, byte for byte. Whether the events are those that were
 * recorded is for `verifyExport`. Throws `BrokenExport` at the first difference; gives the proposals, with the sequences of events that
 * this version does not know.
 */
export function replayExport(bytes: Uint8Array): readonly ReplayedProposal[] {
  const proposals: ReplayedProposal[] = [];
  let record = emptyRecord;
  for (const entry of readExport(bytes)) {
    switch (entry.kind) {
      case "header":
      case "total":
        break;
      case "event":
        record = foldEvent(record, entry.event);
        break;
      case "state": {
        const replayed = recordToJson(record);
        if (replayed !== entry.state) {
          throw new BrokenExport(entry.line, { ...entry.subject, sequence: null }, tellDifference(entry.state, replayed));
        }
        proposals.push({ ...entry.subject, unknown: record.unknown.map(({ sequence }) => sequence) });
        record = emptyRecord;
        break;
      }
      default:
        assertNever(entry);
    }
  }
  return proposals;
}

function tellDifference(exported: string, replayed: string): string {
  const difference = findFirstDifference(JSON.parse(exported), JSON.parse(replayed));
  if (difference === null) throw new Error("Two canonical texts differ, and their values do not");
  const { path, left, right } = difference;
  return `state.${plainText(path)} was exported as ${plainText(left ?? "nothing")}, and replays as ${plainText(right ?? "nothing")}.`;
}

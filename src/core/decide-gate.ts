import { isAttestedHead } from "../domain/head-files.ts";
import type { FileProblem, Problem } from "../domain/problem.ts";
import type { ProposalRecord } from "../domain/proposal-record.ts";

/**
 * H2: whether the merge gate is green. Only a final proposal, on what was attested, with nothing in its way; all
 * that is unknown keeps it closed.
 */
export function isGateOpen(record: ProposalRecord, headSha: string, problems: readonly (Problem | FileProblem)[]): boolean {
  const { state, final, text, holds, leadVeto, unconfirmed, oversight } = record;
  return (
    state === "final" &&
    final !== null &&
    text !== null &&
    text.headSha === headSha &&
    isAttestedHead(record, headSha) &&
    holds.length === 0 &&
    leadVeto === null &&
    unconfirmed === null &&
    (oversight === null || oversight.ended !== null) &&
    !problems.some(({ severity }) => severity === "error")
  );
}

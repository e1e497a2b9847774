import type { ProposalRecord } from "../domain/proposal-record.ts";

/** An open pull request with a proposal, as the last pass left it. */
export interface KnownProposal {
  readonly pullRequest: number;
  readonly number: number | null;
  readonly title: string | null;
  /** Address of the pull request. */
  readonly link: string;
  readonly record: ProposalRecord;
}

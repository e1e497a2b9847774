import type { ProposalRecord } from "../domain/proposal-record.ts";
import type { Route } from "../domain/route.ts";

/** An open pull request with a proposal, as the last pass left it. */
export interface KnownProposal {
  readonly pullRequest: number;
  readonly number: number | null;
  readonly title: string | null;
  /** Address of the pull request. */
  readonly link: string;
  /** Who decides it, with what acts took to Core; null where nothing could be routed. */
  readonly route: Route | null;
  readonly record: ProposalRecord;
}

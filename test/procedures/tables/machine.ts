import type { ProposalRecord } from "../../../src/domain/proposal-record.ts";
import type { Instant } from "../../../src/kernel/instant.ts";
import type { CommandSituation } from "../../support/command-context.ts";

/** One procedure as a state machine: what the columns of its table stand for. */
export interface Machine {
  /** Heading of its section in docs/reference/procedures.md. */
  readonly title: string;
  /** By the name at the head of the column: a proposal that stands so. */
  readonly states: Readonly<Record<string, CommandSituation>>;
  /** When a pass finds what the table's events are, if that is later than they happened. */
  readonly foundAt?: string;
  /** Facts that a cell names beside the next state, by their type: what happens outside this table's own states. */
  readonly tells: readonly string[];
  /** In which of the states a proposal stands, by what is recorded and the time. */
  where(record: ProposalRecord, now: Instant): string;
}

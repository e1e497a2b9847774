import type { Markdown } from "../markdown/index.ts";
import type { ProposalStatus } from "../status/status-data.ts";

/** One line of the table: what is asked, and what was found. */
export type Row = readonly [string, Markdown];

/** What is said of the stage that a proposal is in. The same title stands in comment, check, list and page. */
export interface StageText {
  /** Plain words without markup, which may be cut off after 200 characters. */
  readonly title: string;
  /** Whose turn it is and what they can do, then who else can do what. */
  readonly sentences: readonly Markdown[];
  readonly rows: readonly Row[];
}

/** How somebody is written whose turn it is: called where that calls them once, named everywhere else. */
export type Call = (login: string) => Markdown;

export type DescribeStage = (data: ProposalStatus, call: Call) => StageText;

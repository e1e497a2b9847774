import type { Instant } from "../kernel/instant.ts";
import type { CheckReport } from "./check-report.ts";
import type { ChangeAssessment, Classification } from "./classification.ts";
import type { Effect } from "./effect.ts";
import type { NewLedgerEvent } from "./ledger-event.ts";
import type { FileProblem } from "./problem.ts";
import type { Route } from "./route.ts";
import type { CheckConclusion } from "./snapshot.ts";

/** What Steward makes of one pull request: the data behind comment, check, web page and JSON. */
export interface ProposalView {
  readonly kind: "proposal" | "several-proposals" | "record-change" | "not-a-proposal" | "governance-change" | "issue-era";
  readonly file: string | null;
  readonly number: number | null;
  readonly title: string | null;
  /** Login of whoever answers its open escalation; absent or null where none waits. */
  readonly handler?: string | null;
  readonly classification: Classification | null;
  readonly change: ChangeAssessment | null;
  readonly route: Route | null;
  readonly problems: readonly FileProblem[];
  readonly labels: readonly string[];
  readonly check: { readonly conclusion: CheckConclusion; readonly title: string } | null;
}

/** A view with what it takes to show it outside GitHub. */
export interface ShownView extends ProposalView {
  /** Address of the pull request. */
  readonly url: string;
  /** Commit the rules were read at; null when they were read from a folder. */
  readonly rules: string | null;
  readonly mode: "observe" | "advise" | "enforce" | "paused";
  /** The status comment as it should stand, whether or not the mode lets it be written; null where there is none. Markdown. */
  readonly comment: string | null;
}

/** The answer of the pure core: what to record, what to write, when to look again, and why. */
export interface Plan {
  readonly events: readonly NewLedgerEvent[];
  /** Already compared with the snapshot: a second pass plans none. */
  readonly effects: readonly Effect[];
  readonly nextLook: Instant | null;
  /** The check as it should stand on the head commit. */
  readonly check: CheckReport;
  readonly view: ShownView;
}

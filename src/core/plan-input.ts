import type { ConformanceReading } from "../conformance/index.ts";
import type { LedgerEvent } from "../domain/ledger-event.ts";
import type { FileProblem } from "../domain/problem.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Classifier } from "../routing/classify/index.ts";

/** The rules of the default branch, made ready for use. */
export interface Rules {
  readonly governance: Governance;
  /** What `loadGovernance` found in them; with an error among them nothing is routed. */
  readonly problems: readonly FileProblem[];
  readonly classifier: Classifier;
  /** Folder of the constitution in the repository, without a slash at its end: `governance`. */
  readonly folder: string;
}

/** Everything that a plan depends on. */
export interface PlanInput {
  readonly rules: Rules;
  readonly snapshot: Snapshot;
  /** Of this pull request, oldest first. */
  readonly ledger: readonly LedgerEvent[];
  readonly now: Instant;
  /** `act` in the sandbox: delegations that nobody adopted yet act too, marked as proposed. */
  readonly proposedDelegations: "act" | "recommend";
  /** Takes the place of the mode in project.yml. */
  readonly mode?: Mode;
  /** Login to number of open escalations, over all proposals: who is asked next (E2). */
  readonly load?: ReadonlyMap<string, number>;
  /**
   * Lower-case login to the times at which they were reminded in the last seven days, over all proposals of the repository (S8);
   * null while another pass counts them.
   */
  readonly reminded?: ReadonlyMap<string, readonly Instant[]> | null;
  /** Lower-case login to the open proposals that it sponsors: who is suggested next. */
  readonly sponsored?: ReadonlyMap<string, number>;
  /** What was read of the conformance repository, where the proposal needs it (R7.2). */
  readonly conformance?: ConformanceReading;
  /** The proposal's file at the head that was read last, where the head has moved on from it: to show what changed (X3). */
  readonly earlier?: EarlierText | null;
  /** Page with the record of this proposal, to link to. */
  readonly recordUrl?: string | null;
}

export interface EarlierText {
  readonly headSha: string;
  readonly text: string;
}

export type Mode = "observe" | "advise" | "enforce";

/** Day of a moment in UTC, `YYYY-MM-DD`: the day on which terms and delegations are read. */
export function dayOf(at: Instant): string {
  return at.slice(0, 10);
}

/** `paused` stops every write, whatever the mode. */
export function resolveMode({ rules, mode }: Pick<PlanInput, "rules" | "mode">): Mode | "paused" {
  const { project } = rules.governance;
  return project.paused ? "paused" : (mode ?? project.mode);
}

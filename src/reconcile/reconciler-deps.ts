import type { ConformanceReading } from "../conformance/index.ts";
import type { EarlierText } from "../core/index.ts";
import type { LedgerEvent } from "../domain/ledger-event.ts";
import type { Plan } from "../domain/plan.ts";
import type { FileProblem } from "../domain/problem.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Clock } from "../ports/clock.ts";
import type { CommentOrigins } from "../ports/comment-origins.ts";
import type { GitHub } from "../ports/github.ts";
import type { Jobs } from "../ports/jobs.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Log } from "../ports/log.ts";
import type { Cache, ReceiptStore, SubjectStore } from "../ports/store.ts";
import type { Lease, Leases } from "../ports/store-lease.ts";

/** What a plan is made from, and differs from pass to pass. */
export interface PlanFacts {
  readonly governance: Governance;
  readonly problems: readonly FileProblem[];
  readonly snapshot: Snapshot;
  readonly ledger: readonly LedgerEvent[];
  readonly now: Instant;
  /** Null where it was not asked for. */
  readonly conformance: ConformanceReading | null;
  /** Lower-case login to open escalations over all proposals (E2). */
  readonly load: ReadonlyMap<string, number>;
  /** Lower-case login to the times of their reminders in the last seven days (S8); null while another pass counts them. */
  readonly reminded: ReadonlyMap<string, readonly Instant[]> | null;
  /** The file at the head that was read last; null where it was not asked for, or cannot be read any more. */
  readonly earlier: EarlierText | null;
}

/** The pure core, bound to what stays the same (`createPlanner`). */
export type Planner = (facts: PlanFacts) => Plan;

export interface ReconcilerDeps {
  /** The GitHub port of an installed repository; throws when the App is not installed there (any more). */
  github(repositoryId: number): Promise<GitHub>;
  readonly plan: Planner;
  readonly ledger: Ledger;
  readonly subjects: SubjectStore;
  readonly receipts: ReceiptStore;
  readonly cache: Cache;
  readonly leases: Leases;
  readonly origins: CommentOrigins;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly options: ReconcilerOptions;
}

export interface ReconcilerOptions {
  /** Folder of the constitution on the default branch: `governance`. */
  readonly governanceFolder: string;
  /** Name of the check run: `Steward`. */
  readonly checkName: string;
  /** Takes the place of the mode in project.yml; the sandbox runs in `enforce`. */
  readonly mode?: "observe" | "advise" | "enforce";
  /** False where writes go at full speed (the sandbox): then the hourly brake is off too. */
  readonly hourlyBrake: boolean;
  /** Version of Steward: another version looks at everything once. */
  readonly release: string;
}

/** What is one pass's own. */
export interface PassContext {
  /** Nothing is written once its signal is aborted. */
  readonly lease: Lease;
  readonly log: Log;
}

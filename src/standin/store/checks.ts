import type { Account, App } from "./accounts.ts";
import type { Repository } from "./repository.ts";

export type CheckStatus = "queued" | "in_progress" | "completed";
export const conclusions = ["action_required", "cancelled", "failure", "neutral", "success", "skipped", "stale", "timed_out"] as const;
export type Conclusion = (typeof conclusions)[number];

/** All runs of one App on one commit. */
export interface CheckSuite {
  readonly id: number;
  readonly repository: Repository;
  readonly app: App;
  readonly headSha: string;
  /** Null when the commit came from a fork. */
  readonly headBranch: string | null;
  readonly before: string | null;
  readonly runs: CheckRun[];
  readonly createdAt: number;
  updatedAt: number;
}

export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn: number | null;
  readonly endColumn: number | null;
  readonly level: "notice" | "warning" | "failure";
  readonly message: string;
  readonly title: string | null;
  readonly rawDetails: string | null;
}

export interface CheckAction {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

export interface CheckRun {
  readonly id: number;
  readonly suite: CheckSuite;
  name: string;
  status: CheckStatus;
  conclusion: Conclusion | null;
  startedAt: number | null;
  completedAt: number | null;
  externalId: string;
  detailsUrl: string | null;
  output: { readonly title: string | null; readonly summary: string | null; readonly text: string | null };
  readonly annotations: Annotation[];
  actions: readonly CheckAction[];
}

export interface CommitStatus {
  readonly id: number;
  readonly context: string;
  readonly state: "error" | "failure" | "pending" | "success";
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: Account;
  readonly createdAt: number;
}

import type { Account, App, Team } from "./accounts.ts";
import type { Issue } from "./issue.ts";
import type { Repository } from "./repository.ts";

export type MergeMethod = "merge" | "squash" | "rebase";

/** What a pull request has beside its issue. */
export interface Pull {
  /** Another number than its issue's id. */
  readonly id: number;
  readonly issue: Issue;
  /** Null once the fork was deleted. */
  headRepository: Repository | null;
  /** Owner of the head at the time of opening: it outlives the fork. */
  readonly headOwner: Account;
  /** Branch name without `refs/heads/`. */
  readonly headRef: string;
  headSha: string;
  baseRef: string;
  /** Tip of the base branch when the head last moved. */
  baseSha: string;
  draft: boolean;
  maintainerCanModify: boolean;
  merged: { readonly at: number; readonly by: Account; readonly commit: string } | null;
  autoMerge: { readonly by: Account; readonly method: MergeMethod; readonly title: string | null; readonly message: string | null } | null;
  readonly requestedUsers: Set<Account>;
  readonly requestedTeams: Set<Team>;
  readonly reviews: Review[];
  /** The last answer to "can this be merged", and what it was computed for; GitHub works it out after the first question. */
  mergeability: { readonly head: string; readonly base: string; readonly clean: boolean; readonly mergeCommit: string | null } | null;
}

export type ReviewState = "PENDING" | "COMMENTED" | "APPROVED" | "CHANGES_REQUESTED" | "DISMISSED";

export interface Review {
  readonly id: number;
  readonly pull: Pull;
  readonly author: Account;
  readonly via: App | null;
  body: string;
  state: ReviewState;
  commit: string;
  readonly createdAt: number;
  submittedAt: number | null;
  lastEditedAt: number | null;
}

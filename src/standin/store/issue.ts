import type { Account, App, Team } from "./accounts.ts";
import type { Pull } from "./pull.ts";
import type { Label, Repository } from "./repository.ts";

export type StateReason = "completed" | "not_planned" | "duplicate" | "reopened";

/** An issue, or the issue side of a pull request: they share numbers, comments, labels and timeline. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly repository: Repository;
  title: string;
  body: string | null;
  readonly author: Account;
  readonly via: App | null;
  state: "open" | "closed";
  stateReason: StateReason | null;
  closedBy: Account | null;
  closedAt: number | null;
  locked: boolean;
  lockReason: string | null;
  readonly labels: Set<Label>;
  readonly assignees: Set<Account>;
  readonly comments: Map<number, Comment>;
  readonly events: IssueEvent[];
  readonly createdAt: number;
  updatedAt: number;
  /** The pull request behind this number, when it is one. */
  pull: Pull | null;
}

export const reactionContents = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"] as const;
export type ReactionContent = (typeof reactionContents)[number];

export interface Reaction {
  readonly id: number;
  readonly content: ReactionContent;
  readonly author: Account;
  readonly createdAt: number;
}

export interface Comment {
  readonly id: number;
  readonly issue: Issue;
  readonly author: Account;
  readonly via: App | null;
  body: string;
  readonly createdAt: number;
  updatedAt: number;
  lastEdit: { readonly at: number; readonly by: Account } | null;
  minimized: string | null;
  readonly reactions: Reaction[];
}

/** What happened, apart from who and when. */
export type IssueEventDetail =
  | { readonly kind: "labeled" | "unlabeled"; readonly label: { readonly name: string; readonly color: string } }
  | { readonly kind: "assigned" | "unassigned"; readonly assignee: Account }
  | { readonly kind: "review_requested" | "review_request_removed"; readonly reviewer: Account | Team }
  | { readonly kind: "renamed"; readonly from: string; readonly to: string }
  | { readonly kind: "closed"; readonly commit: string | null; readonly reason: StateReason | null }
  | { readonly kind: "merged"; readonly commit: string }
  | { readonly kind: "head_ref_force_pushed"; readonly before: string; readonly after: string }
  | { readonly kind: "base_ref_changed"; readonly from: string; readonly to: string }
  | { readonly kind: "locked"; readonly reason: string | null }
  | { readonly kind: "review_dismissed"; readonly reviewId: number; readonly message: string; readonly was: string }
  | { readonly kind: "reopened" | "unlocked" | "convert_to_draft" | "ready_for_review" | "head_ref_deleted" | "head_ref_restored" };

export type IssueEvent = IssueEventDetail & {
  readonly id: number;
  readonly issue: Issue;
  readonly actor: Account;
  readonly via: App | null;
  readonly at: number;
};

export type IssueEventKind = IssueEventDetail["kind"];

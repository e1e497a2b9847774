import type { KeyObject } from "node:crypto";
import type { ObjectStore } from "../git/index.ts";

// One file for all records: each refers to the others, as things on GitHub do.

export type AccountKind = "User" | "Organization" | "Bot" | "Mannequin";

/** Anything that has a login. */
export interface Account {
  readonly id: number;
  login: string;
  readonly kind: AccountKind;
  name: string | null;
  email: string | null;
  readonly createdAt: number;
  updatedAt: number;
  /** A deleted account shows as the ghost, and owns nothing. */
  deleted: boolean;
}

export interface Organization {
  readonly account: Account;
  readonly members: Map<Account, "admin" | "member">;
  /** Members who show that they belong. */
  readonly publicMembers: Set<Account>;
  /** What every member may do in every repository. */
  basePermission: "none" | "read" | "write" | "admin";
  readonly teams: Map<string, Team>;
}

export interface Team {
  readonly id: number;
  readonly organization: Organization;
  name: string;
  readonly slug: string;
  description: string | null;
  /** A secret team is seen by its members and by owners only. */
  privacy: "closed" | "secret";
  readonly parent: Team | null;
  readonly children: Set<Team>;
  readonly members: Map<Account, "member" | "maintainer">;
  readonly repositories: Map<Repository, Role>;
  readonly createdAt: number;
  updatedAt: number;
}

/** From weakest to strongest. */
export const roles = ["read", "triage", "write", "maintain", "admin"] as const;
export type Role = (typeof roles)[number];

export type AccessLevel = "read" | "write" | "admin";
/** By GitHub's names, such as `pull_requests`. */
export type AppPermissions = Readonly<Record<string, AccessLevel>>;

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: Account;
  readonly bot: Account;
  readonly clientId: string;
  readonly publicKey: KeyObject;
  permissions: AppPermissions;
  events: ReadonlySet<string>;
  webhook: { readonly url: string; readonly secret: string } | null;
  readonly hookId: number;
  readonly installations: Set<Installation>;
  readonly createdAt: number;
}

export interface Installation {
  readonly id: number;
  readonly app: App;
  readonly account: Account;
  /** Null: all repositories of the account. */
  repositories: Set<Repository> | null;
  permissions: AppPermissions;
  events: ReadonlySet<string>;
  suspendedAt: number | null;
  readonly createdAt: number;
}

export type Token =
  /** `via`: the App that a person let act as themselves; null for a token of the person's own. */
  | { readonly kind: "user"; readonly account: Account; readonly via: App | null }
  | {
      readonly kind: "installation";
      readonly installation: Installation;
      readonly permissions: AppPermissions;
      /** Null: all that the installation has. */
      readonly repositories: ReadonlySet<Repository> | null;
      expiresAt: number;
    };

export interface Label {
  readonly id: number;
  name: string;
  /** Six hex digits without #. */
  color: string;
  description: string | null;
  /** One of those GitHub gives every new repository. */
  readonly isDefault: boolean;
  readonly createdAt: number;
}

/** What a branch asks of a pull request before it may be merged. */
export interface BranchProtection {
  requiredChecks: readonly { readonly name: string; readonly appId: number | null }[];
  requiredApprovals: number;
  enforceAdmins: boolean;
}

/** Who may pass a ruleset by; numbered as GitHub does, a repository role 5 being administrators. */
export interface BypassActor {
  readonly type: "Integration" | "OrganizationAdmin" | "RepositoryRole" | "Team";
  readonly id: number | null;
  readonly mode: "always" | "pull_request";
}

export type RulesetRule =
  | { readonly type: "required_status_checks"; readonly checks: readonly { readonly name: string; readonly appId: number | null }[] }
  /** `codeOwners` is shown and not enforced. */
  | { readonly type: "pull_request"; readonly approvals: number; readonly codeOwners?: boolean }
  | { readonly type: "merge_queue" };

/** Rules for branches, beside the older protection: both hold. */
export interface Ruleset {
  readonly id: number;
  readonly name: string;
  enforcement: "active" | "disabled" | "evaluate";
  /** Names of branches, or `~DEFAULT_BRANCH` and `~ALL`. */
  readonly branches: readonly string[];
  rules: readonly RulesetRule[];
  bypass: readonly BypassActor[];
  readonly createdAt: number;
  updatedAt: number;
}

/** A pull request on its way through the merge queue, with the commit that its checks are asked for. */
export interface QueueEntry {
  readonly id: number;
  readonly pull: Pull;
  /** The pull request's head when it was put in. */
  readonly pullHead: string;
  readonly by: Account;
  readonly at: number;
  group: { readonly headSha: string; readonly headRef: string; readonly baseSha: string };
}

export interface Repository {
  readonly id: number;
  owner: Account;
  name: string;
  description: string | null;
  readonly isPrivate: boolean;
  archived: boolean;
  defaultBranch: string;
  /** Shared with every fork. */
  readonly objects: ObjectStore;
  /** By whole name, such as `refs/heads/main`; move branches through `moveRef` only. */
  readonly refs: Map<string, string>;
  /** By lower-case name. */
  readonly labels: Map<string, Label>;
  readonly issues: Map<number, Issue>;
  lastNumber: number;
  /** Open issues and pull requests. */
  openCount: number;
  readonly collaborators: Map<Account, Role>;
  /** Accounts whose work has reached the default branch. */
  readonly contributors: Set<Account>;
  readonly protections: Map<string, BranchProtection>;
  readonly rulesets: Ruleset[];
  /** First in, first merged; each group stands on the one before it. */
  readonly queue: QueueEntry[];
  /** By head commit. */
  readonly checkSuites: Map<string, CheckSuite[]>;
  readonly statuses: Map<string, CommitStatus[]>;
  readonly parent: Repository | null;
  readonly forks: Set<Repository>;
  readonly pinned: Issue[];
  readonly createdAt: number;
  updatedAt: number;
  pushedAt: number;
}

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
  | { readonly kind: "comment_deleted"; readonly author: Account }
  | { readonly kind: "added_to_merge_queue" }
  | { readonly kind: "removed_from_merge_queue"; readonly reason: string }
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
  /** On lines of the change, oldest first. */
  readonly reviewComments: ReviewComment[];
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

/** A comment on a line; one without `replyTo` begins a thread. */
export interface ReviewComment {
  readonly id: number;
  readonly review: Review;
  readonly author: Account;
  readonly via: App | null;
  body: string;
  readonly path: string;
  readonly line: number;
  readonly startLine: number | null;
  readonly side: "LEFT" | "RIGHT";
  /** The commit whose line it is about. */
  readonly commit: string;
  readonly replyTo: ReviewComment | null;
  readonly createdAt: number;
  updatedAt: number;
  lastEdit: { readonly at: number; readonly by: Account } | null;
}

type CheckStatus = "queued" | "in_progress" | "completed";
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

interface CheckAction {
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

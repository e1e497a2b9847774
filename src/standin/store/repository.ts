import type { ObjectStore } from "../git/index.ts";
import type { Account, Role } from "./accounts.ts";
import type { CheckSuite, CommitStatus } from "./checks.ts";
import type { Issue } from "./issue.ts";

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

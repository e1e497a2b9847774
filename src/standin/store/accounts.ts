import type { KeyObject } from "node:crypto";
import type { Repository } from "./repository.ts";

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
  | { readonly kind: "user"; readonly account: Account }
  | {
      readonly kind: "installation";
      readonly installation: Installation;
      readonly permissions: AppPermissions;
      /** Null: all that the installation has. */
      readonly repositories: ReadonlySet<Repository> | null;
      readonly expiresAt: number;
    };

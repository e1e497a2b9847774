import { callerRole, canSee, checkInstallation } from "../access/authorize.ts";
import type { Caller } from "../access/caller.ts";
import { Fail } from "../fail.ts";
import type { Hub } from "../hub.ts";
import type { AccessLevel, Account, Repository, Role } from "../store/index.ts";
import { Problem, tooMuchWork } from "./problem.ts";

/** What one query costs, by GitHub's own arithmetic. */
export interface Measure {
  /** Points that it takes from the caller's hour. */
  readonly cost: number;
  /** How many nodes it could answer at most. */
  readonly nodeCount: number;
}

/** What every resolver is given beside its source and arguments. */
export interface GraphqlContext {
  readonly hub: Hub;
  readonly caller: Caller;
  /** The caller's name in the limiter. */
  readonly callerName: string;
  readonly measure: Measure;
  /** Keeps one query from working without end. */
  readonly work: { left: number };
}

/** Fields of one query: a hundred pull requests with a hundred comments each take half of it. GitHub stops by time instead, after ten seconds. */
const mostWork = 250_000;

export function newContext(hub: Hub, caller: Caller, callerName: string, measure: Measure): GraphqlContext {
  return { hub, caller, callerName, measure, work: { left: mostWork } };
}

/** Counts a field that is about to be answered; refuses it once a query has had its share. */
export function spendWork({ work }: GraphqlContext): void {
  work.left -= 1;
  if (work.left < 0) throw tooMuchWork();
}

/** The account that the caller acts as; an installation is its App's bot. Null for nobody. */
export function viewerOf({ caller }: GraphqlContext): Account | null {
  if (caller.kind === "user") return caller.account;
  if (caller.kind === "installation") return caller.installation.app.bot;
  return null;
}

export function canView({ hub, caller }: GraphqlContext, repository: Repository): boolean {
  return canSee(hub, caller, repository);
}

export function viewerRole({ hub, caller }: GraphqlContext, repository: Repository): Role | null {
  return callerRole(hub, caller, repository);
}

/** Refuses the field with GitHub's FORBIDDEN unless an installation may read one of these; people read what they see. */
export function requireRead({ caller }: GraphqlContext, repository: Repository | null, ...permissions: readonly string[]): void {
  requireAccess(caller, repository, "read", permissions);
}

export function requireWrite({ caller }: GraphqlContext, repository: Repository, ...permissions: readonly string[]): void {
  requireAccess(caller, repository, "write", permissions);
}

function requireAccess(caller: Caller, repository: Repository | null, level: AccessLevel, permissions: readonly string[]): void {
  try {
    checkInstallation(
      caller,
      repository,
      permissions.map((name) => [name, level] as const),
    );
  } catch (error) {
    if (error instanceof Fail) throw new Problem("FORBIDDEN", error.message);
    throw error;
  }
}

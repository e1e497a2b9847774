import { type Fail, forbidden, notFound } from "../fail.ts";
import type { Hub } from "../hub.ts";
import type { AccessLevel, Repository, Role } from "../store/index.ts";
import type { Caller } from "./caller.ts";
import { hasAccess } from "./permissions.ts";
import { isAtLeast, roleOf } from "./roles.ts";

export const notAccessible = (): Fail => forbidden("Resource not accessible by integration");

/** The repository, if the caller may know that it exists; 404 otherwise. */
export function findVisible(hub: Hub, caller: Caller, owner: string, name: string): Repository {
  const repository = hub.store.repository(owner, name);
  if (!repository || !canSee(hub, caller, repository)) throw notFound();
  return repository;
}

export function canSee(hub: Hub, caller: Caller, repository: Repository): boolean {
  if (!repository.isPrivate) return true;
  if (caller.kind === "user") return roleOf(hub, caller.account, repository) !== null;
  return caller.kind === "installation" && isCovered(caller, repository);
}

/**
 * Holds an installation to what it was given: each operation asks for one of the listed permissions. Stricter than GitHub in one
 * point, on purpose: public repositories are read by permission too, so that a missing one shows.
 */
export function checkInstallation(
  caller: Caller,
  repository: Repository | null,
  needs: readonly (readonly [permission: string, level: AccessLevel])[],
): void {
  if (caller.kind !== "installation") return;
  if (repository && !isCovered(caller, repository)) {
    const readsPublic = needs.every(([, level]) => level === "read");
    if (readsPublic && !repository.isPrivate) return;
    throw notAccessible();
  }
  if (needs.length > 0 && !needs.some(([permission, level]) => hasAccess(caller.permissions, permission, level))) throw notAccessible();
}

/** What the caller may do as far as roles go; an installation's limits are its permissions, checked before. */
export function callerRole(hub: Hub, caller: Caller, repository: Repository): Role | null {
  if (caller.kind === "installation") return isCovered(caller, repository) ? "admin" : roleOf(hub, null, repository);
  return roleOf(hub, caller.kind === "user" ? caller.account : null, repository);
}

/** Throws unless a person has the role. GitHub answers 404 for content and 403 for issues. */
export function requireRole(hub: Hub, caller: Caller, repository: Repository, needed: Role, refusal: () => Fail = adminRights): void {
  if (repository.archived) throw forbidden("Repository was archived so is read-only.");
  if (!isAtLeast(callerRole(hub, caller, repository), needed)) throw refusal();
}

const adminRights = () => forbidden("Must have admin rights to Repository.");

function isCovered(caller: Extract<Caller, { kind: "installation" }>, repository: Repository): boolean {
  const { installation } = caller;
  if (installation.account !== repository.owner) return false;
  if (installation.repositories && !installation.repositories.has(repository)) return false;
  return caller.repositories === null || caller.repositories.has(repository);
}

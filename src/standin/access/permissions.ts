import type { AccessLevel, AppPermissions } from "../store/index.ts";

const levels: readonly AccessLevel[] = ["read", "write", "admin"];

/** True when the permissions reach a level; every App may read metadata. */
export function hasAccess(permissions: AppPermissions, name: string, needed: AccessLevel): boolean {
  const granted = permissions[name] ?? (name === "metadata" ? "read" : undefined);
  return granted !== undefined && levels.indexOf(granted) >= levels.indexOf(needed);
}

import { findEntry, type ObjectStore } from "../git/index.ts";
import type { Repository } from "../store/index.ts";

/** A Git object in its repository. */
export interface GitThing {
  readonly repository: Repository;
  readonly oid: string;
  readonly kind: "blob" | "tree" | "commit";
  /** Where it was found below the root of a commit; null when it was not looked up by path. */
  readonly path: string | null;
}

/** The object of that id; null when the repository (with its forks) has none. */
export function findObject(repository: Repository, oid: string, path: string | null = null): GitThing | null {
  const kind = repository.objects.typeOf(oid);
  return kind === undefined ? null : { repository, oid, kind, path };
}

/**
 * Reads `revision` or `revision:path` as Git does: an id, `HEAD`, a branch, or a whole ref name. Git's other forms
 * (`~`, `^`, dates, shortened ids) find nothing here.
 */
export function findExpression(repository: Repository, expression: string): GitThing | null {
  const colon = expression.indexOf(":");
  const revision = colon < 0 ? expression : expression.slice(0, colon);
  const oid = resolveRevision(repository, revision);
  if (oid === null || colon < 0) return oid === null ? null : findObject(repository, oid, "");
  const tree = treeOf(repository.objects, oid);
  return tree === null ? null : findPath(repository, tree, expression.slice(colon + 1));
}

function resolveRevision(repository: Repository, revision: string): string | null {
  if (/^[0-9a-f]{40}$/i.test(revision)) return revision.toLowerCase();
  const names =
    revision === "HEAD" ? [`refs/heads/${repository.defaultBranch}`] : [revision, ...prefixes.map((prefix) => prefix + revision)];
  for (const name of names) {
    const oid = name.startsWith("refs/") ? repository.refs.get(name) : undefined;
    if (oid !== undefined) return oid;
  }
  return null;
}

const prefixes = ["refs/", "refs/tags/", "refs/heads/"];

function treeOf(objects: ObjectStore, oid: string): string | null {
  return objects.commit(oid)?.tree ?? (objects.tree(oid) ? oid : null);
}

function findPath(repository: Repository, tree: string, written: string): GitThing | null {
  const path = written.replace(/\/$/, "");
  // Git knows no path that begins with a slash or has an empty part.
  if (path !== "" && path.split("/").some((part) => part === "")) return null;
  const entry = findEntry(repository.objects, tree, path);
  const found = entry && findObject(repository, entry.sha, path);
  // A slash at the end asks for a folder.
  return found && (written === path || found.kind === "tree") ? found : null;
}

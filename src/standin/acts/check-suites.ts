import { hasAccess } from "../access/permissions.ts";
import type { Actor, Hub } from "../hub.ts";
import type { App, CheckSuite, Repository } from "../store/index.ts";
import { announceCheckSuite } from "./announce.ts";

/** Opens a suite on a pushed commit for every App that may write checks here, and asks each to run. */
export function openSuites(
  hub: Hub,
  actor: Actor,
  repository: Repository,
  sha: string,
  branch: string | null,
  before: string | null,
): void {
  for (const installation of hub.store.installations.values()) {
    if (installation.suspendedAt !== null || installation.account !== repository.owner) continue;
    if (installation.repositories && !installation.repositories.has(repository)) continue;
    if (!hasAccess(installation.permissions, "checks", "write")) continue;
    if (findSuite(repository, installation.app, sha)) continue;
    announceCheckSuite(hub, actor, createSuite(hub, repository, installation.app, sha, branch, before), "requested");
  }
}

export function findSuite(repository: Repository, app: App, sha: string): CheckSuite | undefined {
  return repository.checkSuites.get(sha)?.find((suite) => suite.app === app);
}

export function createSuite(
  hub: Hub,
  repository: Repository,
  app: App,
  headSha: string,
  headBranch: string | null,
  before: string | null,
): CheckSuite {
  const now = hub.clock.milliseconds();
  const suite: CheckSuite = {
    id: hub.store.nextId(),
    repository,
    app,
    headSha,
    headBranch,
    before,
    runs: [],
    createdAt: now,
    updatedAt: now,
  };
  repository.checkSuites.set(headSha, [...(repository.checkSuites.get(headSha) ?? []), suite]);
  hub.store.checkSuites.set(suite.id, suite);
  return suite;
}

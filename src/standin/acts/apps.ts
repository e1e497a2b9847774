import { createPublicKey, randomBytes } from "node:crypto";
import { hasAccess } from "../access/permissions.ts";
import { Fail } from "../fail.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Account, App, AppPermissions, Installation, Repository } from "../store/index.ts";
import { installation as installationView, nodeId } from "../view/index.ts";
import { createAccount } from "./accounts.ts";

export interface NewApp {
  readonly id?: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: Account;
  /** PEM, private or public. */
  readonly key: string;
  readonly permissions: AppPermissions;
  readonly events: readonly string[];
  readonly webhook: { readonly url: string; readonly secret: string } | null;
}

export function createApp(hub: Hub, wanted: NewApp): App {
  const id = wanted.id ?? hub.store.nextId();
  const app: App = {
    id,
    slug: wanted.slug,
    name: wanted.name,
    owner: wanted.owner,
    bot: createAccount(hub, `${wanted.slug}[bot]`, "Bot"),
    clientId: `Iv23li${id.toString(36).padStart(14, "0")}`,
    publicKey: createPublicKey(wanted.key),
    permissions: wanted.permissions,
    events: new Set(wanted.events),
    webhook: wanted.webhook,
    hookId: hub.store.nextId(),
    installations: new Set(),
    createdAt: hub.clock.milliseconds(),
  };
  hub.store.apps.set(id, app);
  return app;
}

export function installApp(
  hub: Hub,
  actor: Actor,
  app: App,
  account: Account,
  repositories: readonly Repository[] | null,
  id = hub.store.nextId(),
): Installation {
  if ([...app.installations].some((present) => present.account === account))
    throw new Error(`${app.slug} is installed on ${account.login} already.`);
  const installation: Installation = {
    id,
    app,
    account,
    repositories: repositories && new Set(repositories),
    permissions: app.permissions,
    events: app.events,
    suspendedAt: null,
    createdAt: hub.clock.milliseconds(),
  };
  app.installations.add(installation);
  hub.store.installations.set(id, installation);
  announceInstallation(hub, actor, installation, "created");
  return installation;
}

export function setSuspended(hub: Hub, actor: Actor, installation: Installation, suspended: boolean): void {
  installation.suspendedAt = suspended ? hub.clock.milliseconds() : null;
  announceInstallation(hub, actor, installation, suspended ? "suspend" : "unsuspend");
}

export function uninstallApp(hub: Hub, actor: Actor, installation: Installation): void {
  announceInstallation(hub, actor, installation, "deleted");
  installation.app.installations.delete(installation);
  hub.store.installations.delete(installation.id);
  for (const [value, token] of hub.store.tokens) {
    if (token.kind === "installation" && token.installation === installation) hub.store.tokens.delete(value);
  }
}

/** A token for an hour; it may narrow permissions and repositories, never widen them. */
export function createInstallationToken(
  hub: Hub,
  installation: Installation,
  permissions: AppPermissions | null,
  repositories: readonly Repository[] | null,
): { readonly value: string; readonly expiresAt: number } {
  if (installation.suspendedAt !== null) throw new Fail(403, "This installation has been suspended");
  for (const [name, level] of Object.entries(permissions ?? {})) {
    if (hasAccess(installation.permissions, name, level)) continue;
    throw new Fail(422, "The permissions requested are not granted to this installation.");
  }
  if (repositories?.some((repository) => !reaches(installation, repository))) {
    throw new Fail(422, "There is at least one repository that does not exist or is not accessible to the parent installation.");
  }
  const value = `ghs_${randomBytes(27).toString("base64url").replaceAll(/[-_]/g, "x")}`;
  const expiresAt = hub.clock.milliseconds() + 3_600_000;
  hub.store.tokens.set(value, {
    kind: "installation",
    installation,
    permissions: permissions ?? installation.permissions,
    repositories: repositories && new Set(repositories),
    expiresAt,
  });
  return { value, expiresAt };
}

/**
 * Lets the tokens there are live through a jump of time. A client keeps its token for an hour of its own clock, which does not
 * jump; without this every App would be locked out until that hour is over.
 */
export function prolongTokens(hub: Hub, by: number): void {
  for (const token of hub.store.tokens.values()) if (token.kind === "installation") token.expiresAt += by;
}

export function reaches(installation: Installation, repository: Repository): boolean {
  return installation.account === repository.owner && (installation.repositories === null || installation.repositories.has(repository));
}

export function repositoriesOf(hub: Hub, installation: Installation): Repository[] {
  return [...hub.store.repositories.values()].filter((repository) => reaches(installation, repository));
}

function announceInstallation(hub: Hub, actor: Actor, installation: Installation, action: string): void {
  hub.emit({
    name: "installation",
    action,
    sender: actor.account,
    repository: null,
    organization: hub.store.organizations.get(installation.account) ?? null,
    only: [installation.app],
    payload: () => ({
      installation: installationView(hub, installation),
      repositories: repositoriesOf(hub, installation).map((repository) => ({
        id: repository.id,
        node_id: nodeId("Repository", repository.id),
        name: repository.name,
        full_name: `${repository.owner.login}/${repository.name}`,
        private: repository.isPrivate,
      })),
      requester: null,
    }),
  });
}

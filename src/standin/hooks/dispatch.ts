import { hasAccess } from "../access/permissions.ts";
import { reaches } from "../acts/apps.ts";
import type { HookEvent, Hub } from "../hub.ts";
import type { App, Installation } from "../store/index.ts";
import { nodeId, repository, simpleOrganization, simpleUser } from "../view/index.ts";
import type { Message } from "./sender.ts";

/** Every App hears of these without subscribing, and cannot unsubscribe. */
const always = new Set(["installation", "installation_repositories"]);
/** Apps that may write checks hear of these without subscribing. */
const forChecks = new Set(["check_run", "check_suite"]);
/** An installation that is gone, or suspended, still hears of that itself. */
const aboutItself = new Set(["installation"]);

/** The messages that an event becomes, one for each App that listens; the payload is built once at most. */
export function messagesOf(hub: Hub, event: HookEvent): Message[] {
  let shared: object | undefined;
  const messages: Message[] = [];
  for (const app of event.only ?? hub.store.apps.values()) {
    const installation = listening(app, event);
    if (!installation) continue;
    shared ??= {
      ...(event.action === null ? {} : { action: event.action }),
      ...event.payload(),
      ...(event.repository ? { repository: repositoryInHook(hub, event) } : {}),
      ...(event.organization ? { organization: simpleOrganization(hub, event.organization) } : {}),
      sender: simpleUser(hub, event.sender),
    };
    const payload = aboutItself.has(event.name)
      ? shared
      : { ...shared, installation: { id: installation.id, node_id: nodeId("Installation", installation.id) } };
    messages.push({
      app,
      event: event.name,
      action: event.action,
      installationId: installation.id,
      repositoryId: event.repository?.id ?? null,
      payload: JSON.stringify(payload),
    });
  }
  return messages;
}

function listening(app: App, event: HookEvent): Installation | undefined {
  if (!app.webhook) return undefined;
  return [...app.installations].find((installation) => {
    if (event.repository && !reaches(installation, event.repository)) return false;
    if (!event.repository && event.organization && installation.account !== event.organization.account) return false;
    if (always.has(event.name)) return true;
    if (installation.suspendedAt !== null) return false;
    if (installation.events.has(event.name)) return true;
    return forChecks.has(event.name) && hasAccess(installation.permissions, "checks", "write");
  });
}

// A push tells its times in seconds, and the older name of the owner's organisation.
function repositoryInHook(hub: Hub, event: HookEvent): object | null {
  if (!event.repository) return null;
  const view = repository(hub, event.repository);
  if (event.name !== "push") return { ...view, custom_properties: {} };
  const { createdAt, pushedAt, owner, defaultBranch } = event.repository;
  return {
    ...view,
    created_at: Math.floor(createdAt / 1_000),
    pushed_at: Math.floor(pushedAt / 1_000),
    owner: { ...view.owner, name: owner.login, email: owner.email },
    stargazers: 0,
    master_branch: defaultBranch,
    ...(event.organization ? { organization: owner.login } : {}),
  };
}

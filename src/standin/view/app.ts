import { timestamp, timestampOrNull } from "../clock.ts";
import type { Hub } from "../hub.ts";
import type { App, AppPermissions, Installation } from "../store/index.ts";
import { simpleUser } from "./account.ts";
import { nodeId } from "./node-id.ts";
import type { Schemas } from "./schemas.ts";

export function app(hub: Hub, record: App): NonNullable<Schemas["nullable-integration"]> {
  return {
    id: record.id,
    slug: record.slug,
    client_id: record.clientId,
    node_id: nodeId("App", record.id),
    owner: simpleUser(hub, record.owner),
    name: record.name,
    description: "",
    external_url: hub.urls.html,
    html_url: `${hub.urls.html}/apps/${record.slug}`,
    created_at: timestamp(record.createdAt),
    updated_at: timestamp(record.createdAt),
    permissions: { ...record.permissions },
    events: [...record.events],
  };
}

export function appOrNull(hub: Hub, record: App | null): Schemas["nullable-integration"] {
  return record && app(hub, record);
}

export function installation(hub: Hub, record: Installation) {
  const url = `${hub.urls.api}/app/installations/${record.id}`;
  return {
    id: record.id,
    account: simpleUser(hub, record.account),
    repository_selection: record.repositories === null ? ("all" as const) : ("selected" as const),
    access_tokens_url: `${url}/access_tokens`,
    repositories_url: `${hub.urls.api}/installation/repositories`,
    html_url: `${hub.urls.html}/organizations/${record.account.login}/settings/installations/${record.id}`,
    app_id: record.app.id,
    client_id: record.app.clientId,
    app_slug: record.app.slug,
    target_id: record.account.id,
    target_type: record.account.kind,
    permissions: permissionsView(record.permissions),
    events: [...record.events],
    created_at: timestamp(record.createdAt),
    updated_at: timestamp(record.createdAt),
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: record.suspendedAt === null ? null : simpleUser(hub, record.account),
    suspended_at: timestampOrNull(record.suspendedAt),
  } satisfies Schemas["installation"];
}

// Names and levels come from whoever configured the App, as on GitHub; the type lists those of one moment.
export function permissionsView(permissions: AppPermissions): Schemas["app-permissions"] {
  return Object.fromEntries(Object.entries(permissions));
}

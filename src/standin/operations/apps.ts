import type { Caller } from "../access/caller.ts";
import { createInstallationToken, repositoriesOf } from "../acts/apps.ts";
import { timestamp } from "../clock.ts";
import { Fail, notFound } from "../fail.ts";
import type { Delivery } from "../hooks/index.ts";
import { operation } from "../http/operation.ts";
import type { AccessLevel, App, Installation, Repository } from "../store/index.ts";
import * as view from "../view/index.ts";

export const appOperations = [
  operation("apps/get-authenticated", { on: "GET /app", jwtOnly: true }, ({ hub, caller }) => ({
    ...view.app(hub, appOf(caller)),
    installations_count: appOf(caller).installations.size,
  })),

  operation("apps/list-installations", { on: "GET /app/installations", jwtOnly: true }, ({ hub, caller, page }) =>
    page([...appOf(caller).installations]).map((installation) => {
      const shown = view.installation(hub, installation);
      const { login } = installation.account;
      // The description's type wants a user and an enterprise in one; the fields of the second are harmless.
      const enterprise = { name: login, slug: login, created_at: shown.created_at, updated_at: shown.updated_at };
      return { ...shown, account: { ...shown.account, ...enterprise } };
    }),
  ),

  operation("apps/get-installation", { on: "GET /app/installations/{installation_id}", jwtOnly: true }, ({ hub, caller, path }) =>
    view.installation(hub, ownInstallation(caller, path.installation_id)),
  ),

  operation(
    "apps/get-repo-installation",
    { on: "GET /repos/{owner}/{repo}/installation", jwtOnly: true },
    ({ hub, caller, repository }) => {
      const found = [...appOf(caller).installations].find((installation) => repositoriesOf(hub, installation).includes(repository));
      if (!found) throw notFound();
      return view.installation(hub, found);
    },
  ),

  operation("apps/get-org-installation", { on: "GET /orgs/{org}/installation", jwtOnly: true }, ({ hub, caller, path }) => {
    const account = hub.store.account(path.org);
    const found = [...appOf(caller).installations].find((installation) => installation.account === account);
    if (!found) throw notFound();
    return view.installation(hub, found);
  }),

  operation(
    "apps/create-installation-access-token",
    { on: "POST /app/installations/{installation_id}/access_tokens", jwtOnly: true, status: 201 },
    ({ hub, caller, path, body }) => {
      const installation = ownInstallation(caller, path.installation_id);
      const permissions = body.object("permissions");
      const repositories = chosenRepositories(
        repositoriesOf(hub, installation),
        body.texts("repositories"),
        body.integers("repository_ids"),
      );
      const wanted = permissions && Object.fromEntries(permissions.entries().map(([name, level]) => [name, parseLevel(level)]));
      const { value, expiresAt } = createInstallationToken(hub, installation, wanted ?? null, repositories);
      return {
        token: value,
        expires_at: timestamp(expiresAt),
        permissions: view.permissionsView(wanted ?? installation.permissions),
        repository_selection: repositories || installation.repositories ? ("selected" as const) : ("all" as const),
        ...(repositories ? { repositories: repositories.map((repository) => view.repository(hub, repository)) } : {}),
      };
    },
  ),

  operation("apps/list-repos-accessible-to-installation", { on: "GET /installation/repositories", needs: ["metadata:read"] }, (context) => {
    const { hub, caller } = context;
    if (caller.kind !== "installation")
      throw new Fail(403, "You must authenticate with an installation access token in order to list repositories for an installation.");
    const all = repositoriesOf(hub, caller.installation).filter((repository) => caller.repositories?.has(repository) ?? true);
    return {
      total_count: all.length,
      repository_selection: caller.installation.repositories ? "selected" : "all",
      repositories: context.page(all).map((repository) => view.repository(hub, repository)),
    };
  }),

  operation("apps/get-webhook-config-for-app", { on: "GET /app/hook/config", jwtOnly: true }, ({ caller }) => {
    const { webhook } = appOf(caller);
    return {
      ...(webhook === null ? {} : { url: webhook.url, secret: "********" }),
      content_type: "json",
      insecure_ssl: "0",
    };
  }),

  operation("apps/list-webhook-deliveries", { on: "GET /app/hook/deliveries", jwtOnly: true }, (context) => {
    const all = context.hub.deliveries.log.list(appOf(context.caller));
    const { cursor, per_page: perPage } = context.query;
    const from =
      cursor === undefined
        ? 0
        : Math.max(
            0,
            all.findIndex((delivery) => String(delivery.id) === cursor),
          );
    const size = Math.min(100, Number(perPage ?? 30) || 30);
    const next = all[from + size];
    if (next) context.setHeader("link", `<${context.hub.urls.api}/app/hook/deliveries?per_page=${size}&cursor=${next.id}>; rel="next"`);
    return all.slice(from, from + size).map(deliveryItem);
  }),

  operation("apps/get-webhook-delivery", { on: "GET /app/hook/deliveries/{delivery_id}", jwtOnly: true }, ({ hub, caller, path }) => {
    const delivery = hub.deliveries.log.find(path.delivery_id);
    const app = appOf(caller);
    if (delivery?.app !== app) throw notFound();
    return {
      ...deliveryItem(delivery),
      url: app.webhook?.url ?? "",
      request: { headers: { ...delivery.requestHeaders }, payload: JSON.parse(delivery.payload) },
      response: { headers: { ...delivery.responseHeaders }, payload: delivery.responseBody },
    };
  }),

  operation(
    "apps/redeliver-webhook-delivery",
    { on: "POST /app/hook/deliveries/{delivery_id}/attempts", jwtOnly: true, status: 202 },
    ({ hub, caller, path }) => {
      const delivery = hub.deliveries.log.find(path.delivery_id);
      if (delivery?.app !== appOf(caller)) throw notFound();
      const threeDays = 3 * 86_400_000;
      if (delivery.deliveredAt < hub.clock.milliseconds() - threeDays) throw new Fail(422, "The delivery is too old to be redelivered.");
      hub.deliveries.redeliver(delivery);
      return {};
    },
  ),
];

function appOf(caller: Caller): App {
  if (caller.kind !== "app") throw new Fail(401, "A JSON web token could not be decoded");
  return caller.app;
}

function ownInstallation(caller: Caller, id: number): Installation {
  const found = [...appOf(caller).installations].find((installation) => installation.id === id);
  if (!found) throw notFound();
  return found;
}

function chosenRepositories(all: readonly Repository[], names?: readonly string[], ids?: readonly number[]): Repository[] | null {
  if (!names && !ids) return null;
  const pick = <T>(wanted: readonly T[], key: (repository: Repository) => T) =>
    wanted.map((value) => {
      const found = all.find((repository) => key(repository) === value);
      if (found) return found;
      throw new Fail(422, "There is at least one repository that does not exist or is not accessible to the parent installation.");
    });
  return [...pick(names ?? [], (repository) => repository.name), ...pick(ids ?? [], (repository) => repository.id)];
}

function parseLevel(text: string): AccessLevel {
  if (text === "read" || text === "write" || text === "admin") return text;
  throw new Fail(422, `Invalid request.\n\n${text} is not a permission level.`);
}

function deliveryItem(delivery: Delivery) {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: timestamp(delivery.deliveredAt),
    redelivery: delivery.redelivery,
    duration: delivery.duration,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  };
}

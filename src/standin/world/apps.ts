import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createApp, createInstallationToken, installApp, setSuspended, uninstallApp } from "../acts/apps.ts";
import type { Hub } from "../hub.ts";
import type { AppPermissions } from "../store/index.ts";
import { accountNamed, actorFor, appNamed, installationOf, repositoryNamed } from "./lookup.ts";

export interface NewAppOptions {
  readonly slug: string;
  readonly owner: string;
  readonly name?: string;
  readonly id?: number;
  readonly permissions: AppPermissions;
  readonly events: readonly string[];
  readonly webhookUrl?: string;
  readonly webhookSecret?: string;
  /** PEM; one is made when absent. */
  readonly privateKey?: string;
}

export interface NewAppResult {
  readonly id: number;
  readonly clientId: string;
  readonly privateKey: string;
  readonly webhookSecret: string;
}

/** Apps and where they are installed. */
export class Apps {
  readonly #hub: Hub;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  app(given: NewAppOptions): NewAppResult {
    const privateKey = given.privateKey ?? newPrivateKey();
    const webhookSecret = given.webhookSecret ?? randomBytes(20).toString("hex");
    const app = createApp(this.#hub, {
      ...(given.id === undefined ? {} : { id: given.id }),
      slug: given.slug,
      name: given.name ?? given.slug,
      owner: accountNamed(this.#hub, given.owner),
      key: privateKey,
      permissions: given.permissions,
      events: given.events,
      webhook: given.webhookUrl === undefined ? null : { url: given.webhookUrl, secret: webhookSecret },
    });
    return { id: app.id, clientId: app.clientId, privateKey, webhookSecret };
  }

  /** Points an App's webhook elsewhere, once its receiver listens. */
  setWebhook(slug: string, webhook: { url: string; secret: string } | null): void {
    appNamed(this.#hub, slug).webhook = webhook;
  }

  /** On all repositories of an account, or on those named. Gives the installation's id. */
  install(slug: string, login: string, given: { repositories?: readonly string[]; id?: number } = {}): number {
    const account = accountNamed(this.#hub, login);
    const repositories = given.repositories?.map((name) => repositoryNamed(this.#hub, name)) ?? null;
    return installApp(this.#hub, actorFor(this.#hub, account), appNamed(this.#hub, slug), account, repositories, given.id).id;
  }

  uninstall(slug: string, login: string): void {
    const installation = installationOf(this.#hub, slug, login);
    uninstallApp(this.#hub, actorFor(this.#hub, installation.account), installation);
  }

  suspend(slug: string, login: string, suspended = true): void {
    const installation = installationOf(this.#hub, slug, login);
    setSuspended(this.#hub, actorFor(this.#hub, installation.account), installation, suspended);
  }

  /** What an installation may do from now on; tokens already given keep theirs until they expire. */
  setPermissions(slug: string, login: string, permissions: AppPermissions): void {
    installationOf(this.#hub, slug, login).permissions = permissions;
  }

  /** A token by which the App acts as a person who let it: what is written so shows the App beside the person. */
  userToken(slug: string, login: string, value = `ghu_${randomBytes(18).toString("hex")}`): string {
    this.#hub.store.tokens.set(value, { kind: "user", account: accountNamed(this.#hub, login), via: appNamed(this.#hub, slug) });
    return value;
  }

  /** An installation token without the JSON web token, for tests of everything behind it. */
  installationToken(slug: string, login: string): string {
    return createInstallationToken(this.#hub, installationOf(this.#hub, slug, login), null, null).value;
  }
}

function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return privateKey;
}

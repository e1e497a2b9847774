import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Credentials, Storage } from "./app-options.ts";
import { type LogLevel, logLevels } from "./log-level.ts";

/** Environment variables, as given to the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface AppSettings {
  readonly credentials: Credentials;
  readonly apiBaseUrl: string;
  readonly storage: Storage;
  readonly http: { readonly host: string; readonly port: number };
  readonly governanceFolder: string;
  readonly logLevel: LogLevel;
}

/** What the environment asks for: the sandbox when it names no App, else the App, or every reason why it cannot start. */
export type Start =
  | { readonly kind: "sandbox" }
  | { readonly kind: "app"; readonly settings: AppSettings }
  | { readonly kind: "refused"; readonly problems: readonly string[] };

const docs = {
  appId:
    "Make the App first (https://docs.github.com/en/apps/creating-github-apps/registering-a-github-app/registering-a-github-app); its id stands at the top of its settings page.",
  privateKey:
    "Make one at the end of the App's settings page (https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/managing-private-keys-for-github-apps) and set the text of the .pem file, or set PRIVATE_KEY_PATH to the file.",
  webhookSecret:
    "Choose a long random text and set it here and as the webhook secret on the App's settings page (https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries).",
};

/** Reads the environment, at the edge, once. Empty variables count as absent, as they do for the shells that pass them on. */
export function readEnvironment(environment: Environment): Start {
  const get = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const keyText = get("PRIVATE_KEY") ?? get("PRIVATE_KEY_PATH");
  const required = [
    { name: "APP_ID", value: get("APP_ID"), how: docs.appId },
    { name: "PRIVATE_KEY", value: keyText, how: docs.privateKey },
    { name: "WEBHOOK_SECRET", value: get("WEBHOOK_SECRET"), how: docs.webhookSecret },
  ];
  const missing = required.filter(({ value }) => value === undefined);
  if (missing.length === required.length) {
    if (get("DATABASE_URL") === undefined) return { kind: "sandbox" };
    return {
      kind: "refused",
      problems: [
        "DATABASE_URL is set, but the sandbox keeps its data in a folder of its own: unset it, or set what makes this a real App.",
        ...missing.map(tellMissing),
      ],
    };
  }

  const read = {
    appId: readAppId(get("APP_ID")),
    privateKey: readPrivateKey(get("PRIVATE_KEY"), get("PRIVATE_KEY_PATH")),
    apiBaseUrl: readApiBaseUrl(get("GHE_HOST"), get("GHE_PROTOCOL")),
    storage: readStorage(get("DATABASE_URL"), get("DATA_DIR")),
    port: readPort(get("PORT")),
    governanceFolder: readGovernanceFolder(get("GOVERNANCE")),
    logLevel: readLogLevel(get("LOG_LEVEL")),
  };
  const malformed = Object.values(read).flatMap((value) => (value.ok || value.error === null ? [] : [value.error]));
  const problems = [...missing.map(tellMissing), ...malformed];
  const secret = get("WEBHOOK_SECRET");
  const { appId, privateKey, apiBaseUrl, storage, port, governanceFolder, logLevel } = read;
  const complete = appId.ok && privateKey.ok && apiBaseUrl.ok && storage.ok && port.ok && governanceFolder.ok && logLevel.ok;
  if (!complete || secret === undefined) return { kind: "refused", problems };
  const previous = get("WEBHOOK_SECRET_PREVIOUS");
  return {
    kind: "app",
    settings: {
      credentials: {
        appId: appId.value,
        privateKey: privateKey.value,
        webhookSecrets: previous === undefined ? [secret] : [secret, previous],
      },
      apiBaseUrl: apiBaseUrl.value,
      storage: storage.value,
      http: { host: get("HOST") ?? "0.0.0.0", port: port.value },
      governanceFolder: governanceFolder.value,
      logLevel: logLevel.value,
    },
  };
}

/** A value, or what is wrong with it; null where its absence is told already. */
type Read<T> = Result<T, string | null>;

function tellMissing({ name, how }: { readonly name: string; readonly how: string }): string {
  return `${name} is missing. ${how}`;
}

function readAppId(text: string | undefined): Read<number> {
  if (text === undefined) return err(null);
  const id = Number(text);
  return /^\d{1,15}$/.test(text) && id > 0 ? ok(id) : err(`APP_ID is ${JSON.stringify(text)}, and must be the App's number. ${docs.appId}`);
}

/** PEM text as it stands, on one line with \n for line ends, or in base64; or the file that holds it. */
function readPrivateKey(text: string | undefined, path: string | undefined): Read<string> {
  const given = text === undefined ? readKeyFile(path) : ok(text);
  if (!given.ok) return given;
  const name = text === undefined ? "PRIVATE_KEY_PATH" : "PRIVATE_KEY";
  const unfolded = given.value.replaceAll("\\n", "\n");
  const pem = unfolded.includes("-----BEGIN") ? unfolded : Buffer.from(unfolded, "base64").toString("utf8");
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === "rsa") return ok(pem);
    return err(`${name} is a key of another kind (${key.asymmetricKeyType}); GitHub Apps have RSA keys. ${docs.privateKey}`);
  } catch {
    return err(`${name} is not a private key in PEM form ("-----BEGIN … PRIVATE KEY-----"). ${docs.privateKey}`);
  }
}

function readKeyFile(path: string | undefined): Read<string> {
  if (path === undefined) return err(null);
  try {
    return ok(readFileSync(path, "utf8"));
  } catch {
    return err(`PRIVATE_KEY_PATH names ${path}, which cannot be read. ${docs.privateKey}`);
  }
}

/** Source: https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency/feature-overview-for-github-enterprise-cloud-with-data-residency */
function readApiBaseUrl(host: string | undefined, protocol = "https"): Read<string> {
  if (host === undefined) return ok("https://api.github.com");
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/i.test(host)) {
    return err(`GHE_HOST is ${JSON.stringify(host)}, and must be the host name alone, as in github.example.com.`);
  }
  if (protocol !== "https" && protocol !== "http") return err(`GHE_PROTOCOL is ${JSON.stringify(protocol)}, and must be https or http.`);
  return ok(host.endsWith(".ghe.com") ? `${protocol}://api.${host}` : `${protocol}://${host}/api/v3`);
}

/** Where the App of this environment keeps its data, by `DATABASE_URL` and `DATA_DIR`. */
export function readStorage(url: string | undefined, folder = ".steward"): Read<Exclude<Storage, { kind: "memory" }>> {
  if (url === undefined) return ok({ kind: "folder", path: folder, owner: "real" });
  const parsed = URL.parse(url);
  if (parsed !== null && /^postgres(ql)?:$/.test(parsed.protocol)) return ok({ kind: "server", url });
  return err(
    "DATABASE_URL must look like postgres://user:password@host:5432/database (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS). Without it, an embedded database in DATA_DIR is used.",
  );
}

function readPort(text = "3000"): Read<number> {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535
    ? ok(port)
    : err(`PORT is ${JSON.stringify(text)}, and must be a number from 0 to 65535.`);
}

function readGovernanceFolder(text = "governance"): Read<string> {
  const folder = text.replace(/\/+$/, "");
  const isInside = /^[\w.-]+(\/[\w.-]+)*$/.test(folder) && !folder.split("/").some((part) => /^\.+$/.test(part));
  return isInside
    ? ok(folder)
    : err(`GOVERNANCE is ${JSON.stringify(text)}, and must be a folder of the repository, as in governance or .github/governance.`);
}

function readLogLevel(text = "info"): Read<LogLevel> {
  const level = logLevels.find((known) => known === text);
  return level === undefined ? err(`LOG_LEVEL is ${JSON.stringify(text)}, and must be one of ${logLevels.join(", ")}.`) : ok(level);
}

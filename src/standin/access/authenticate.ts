import { verify } from "node:crypto";
import { Fail } from "../fail.ts";
import type { Hub } from "../hub.ts";
import type { App } from "../store/index.ts";
import type { Caller } from "./caller.ts";

const undecodable = () => new Fail(401, "A JSON web token could not be decoded");
const badCredentials = () => new Fail(401, "Bad credentials");

/** Who an `Authorization` header stands for. 401 for what is unknown, expired or revoked. */
export function authenticate(hub: Hub, header: string | undefined): Caller {
  if (header === undefined || header === "") return { kind: "anonymous" };
  const [, scheme = "", secret = ""] = /^(\S+)\s+(\S+)$/.exec(header.trim()) ?? [];
  if (!["token", "bearer"].includes(scheme.toLowerCase())) throw badCredentials();
  if (secret.split(".").length === 3) return { kind: "app", app: verifyJwt(hub, secret) };
  const token = hub.store.tokens.get(secret);
  if (!token) throw badCredentials();
  if (token.kind === "user") {
    if (token.account.deleted) throw badCredentials();
    return token;
  }
  if (token.expiresAt <= hub.clock.milliseconds()) throw badCredentials();
  if (token.installation.suspendedAt !== null) throw new Fail(403, "This installation has been suspended");
  return token;
}

/** The App whose key signed the token; times are judged by the stand-in's clock, in GitHub's own words. */
function verifyJwt(hub: Hub, token: string): App {
  const [head = "", claimsPart = "", signature = ""] = token.split(".");
  const claims = decode(claimsPart);
  if (decode(head).alg !== "RS256") throw undecodable();
  const app = findApp(hub, claims.iss);
  if (!app) throw new Fail(404, "Integration not found");
  if (!verify("RSA-SHA256", Buffer.from(`${head}.${claimsPart}`), app.publicKey, Buffer.from(signature, "base64url"))) throw undecodable();
  const now = Math.floor(hub.clock.milliseconds() / 1_000);
  const { iat, exp } = claims;
  if (typeof exp !== "number" || exp <= now) {
    throw new Fail(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  // GitHub allows ten minutes, and a minute of drift either way.
  if (exp > now + 660) throw new Fail(401, "'Expiration time' claim ('exp') is too far in the future");
  if (typeof iat !== "number" || !Number.isInteger(iat) || iat > now + 60) {
    throw new Fail(401, "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
  }
  return app;
}

function findApp(hub: Hub, issuer: unknown): App | undefined {
  return hub.store.apps.get(Number(issuer)) ?? [...hub.store.apps.values()].find((app) => app.clientId === issuer);
}

function decode(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    if (typeof value === "object" && value !== null) return { ...value };
  } catch {
    // Not JSON: answered below like any other token that cannot be read.
  }
  throw undecodable();
}

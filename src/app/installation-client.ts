import { Octokit } from "@octokit/rest";
import { epochMilliseconds, instant } from "../kernel/instant.ts";
import type { Clock } from "../ports/clock.ts";

export interface InstallationToken {
  readonly token: string;
  /** ISO 8601; GitHub gives an hour. */
  readonly expiresAt: string;
}

export interface InstallationClientOptions {
  readonly apiBaseUrl: string;
  readonly fetch: typeof fetch;
  readonly log: NonNullable<NonNullable<ConstructorParameters<typeof Octokit>[0]>["log"]>;
  readonly clock: Clock;
  /** Asks GitHub for a new token, as the App. */
  readonly newToken: () => Promise<InstallationToken>;
}

/** A token is renewed this long before it ends, so that no request is under way when it does (milliseconds). */
const margin = 5 * 60_000;

/**
 * An Octokit signed in as one installation. Its token is judged by Steward's clock, not the machine's, and renewed before it
 * ends. One that GitHub refuses earlier (revoked, the App's rights changed, a clock that jumped) is renewed once and the
 * request repeated: a refused request has changed nothing. A second refusal is a fault like any other.
 */
export function createInstallationClient({ apiBaseUrl, fetch, log, clock, newToken }: InstallationClientOptions): Octokit {
  let current: Promise<InstallationToken> | null = null;
  const forget = (): void => {
    current = null;
  };
  const token = async (): Promise<string> => {
    const known = await current;
    if (known && epochMilliseconds(instant(known.expiresAt)) - epochMilliseconds(clock.now()) > margin) return known.token;
    // Whoever came first renews for all: concurrent requests share one question.
    const asked = newToken();
    current = asked;
    asked.catch(forget);
    return (await asked).token;
  };
  const octokit = new Octokit({ baseUrl: apiBaseUrl, request: { fetch }, log });
  octokit.hook.wrap("request", async (request, options) => {
    // Set in place: the hooks inside this one are bound to the same options, and would not see a copy.
    const send = async () => {
      options.headers.authorization = `token ${await token()}`;
      return await request(options);
    };
    try {
      return await send();
    } catch (fault) {
      if (!isUnauthorized(fault)) throw fault;
      forget();
      return await send();
    }
  });
  return octokit;
}

function isUnauthorized(fault: unknown): boolean {
  return fault instanceof Error && "status" in fault && fault.status === 401;
}

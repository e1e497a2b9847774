import type { StandinClock } from "./clock.ts";
import { Fail } from "./fail.ts";

export interface RateLimits {
  /** Requests an hour over REST, by caller. */
  readonly core?: number;
  /** GraphQL points an hour, by caller. */
  readonly graphql?: number;
  /** Writes that make content; GitHub's own figures are 80 a minute and 500 an hour. */
  readonly content?: { readonly perMinute: number; readonly perHour: number };
}

/** What GitHub enforces on Apps: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export const githubLimits: RateLimits = { core: 5_000, graphql: 5_000, content: { perMinute: 80, perHour: 500 } };

export type Resource = "core" | "graphql" | "search";

interface Window {
  used: number;
  resetAt: number;
}

const minute = 60_000;
const hour = 3_600_000;

/** Counts what callers use, by the stand-in's clock, and refuses over a limit. Without limits it only counts. */
export class Limiter {
  readonly #clock: StandinClock;
  limits: RateLimits;
  readonly #windows = new Map<string, Window>();
  readonly #content = new Map<string, number[]>();

  constructor(clock: StandinClock, limits: RateLimits) {
    this.#clock = clock;
    this.limits = limits;
  }

  /** The state of a caller's window, for headers, `rate_limit` and GraphQL. Times in seconds since 1970. */
  state(caller: string, resource: Resource): { limit: number; used: number; remaining: number; reset: number } {
    const window = this.#window(caller, resource);
    const limit = this.#limit(resource);
    const used = Math.min(window.used, limit);
    return { limit, used, remaining: limit - used, reset: Math.ceil(window.resetAt / 1_000) };
  }

  /** Throws GitHub's 403 when the window is used up. */
  check(caller: string, resource: Resource): void {
    if (this.#enforced(resource) && this.state(caller, resource).remaining === 0) {
      throw new Fail(403, `API rate limit exceeded for ${caller}.`, {
        documentationUrl: "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api",
      });
    }
  }

  use(caller: string, resource: Resource, points: number): void {
    this.#window(caller, resource).used += points;
  }

  /** Throws GitHub's secondary 403 when the caller writes too fast; counts the write otherwise. */
  checkContent(caller: string): void {
    const { content } = this.limits;
    if (!content) return;
    const now = this.#clock.milliseconds();
    const writes = (this.#content.get(caller) ?? []).filter((at) => at > now - hour);
    this.#content.set(caller, writes);
    const lastMinute = writes.filter((at) => at > now - minute);
    if (lastMinute.length < content.perMinute && writes.length < content.perHour) {
      writes.push(now);
      return;
    }
    const oldest = lastMinute.length >= content.perMinute ? (lastMinute[0] ?? now) + minute : (writes[0] ?? now) + hour;
    throw new Fail(
      403,
      "You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.",
      {
        headers: { "retry-after": String(Math.max(1, Math.ceil((oldest - now) / 1_000))) },
        documentationUrl: "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits",
      },
    );
  }

  #limit(resource: Resource): number {
    if (resource === "search") return 30;
    return this.limits[resource] ?? 5_000;
  }

  #enforced(resource: Resource): boolean {
    return resource !== "search" && this.limits[resource] !== undefined;
  }

  #window(caller: string, resource: Resource): Window {
    const key = `${resource} ${caller}`;
    const now = this.#clock.milliseconds();
    const known = this.#windows.get(key);
    if (known && known.resetAt > now) return known;
    const fresh = { used: 0, resetAt: now + (resource === "search" ? minute : hour) };
    this.#windows.set(key, fresh);
    return fresh;
  }
}

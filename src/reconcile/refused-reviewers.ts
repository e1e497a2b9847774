import { z } from "zod";
import type { Effect } from "../domain/effect.ts";
import type { Instant } from "../kernel/instant.ts";
import { epochMilliseconds } from "../kernel/instant.ts";
import type { Cache } from "../ports/store.ts";

/** Reviewer (login, or `team/<slug>`) to the time GitHub refused them. */
const Refusals = z.record(z.string(), z.string());

/** They may be given access at any time: asked again after a week. */
const forgetAfter = 7 * 24 * 3600 * 1000;

/** Remembers whom GitHub does not let be asked in a repository, so that no pass asks for them over and over. */
export interface RefusedReviewers {
  /** The effect without them; null when nobody is left. Effects of other kinds pass. */
  withoutRefused(repositoryId: number, effect: Effect, now: Instant): Promise<Effect | null>;
  remember(repositoryId: number, refused: readonly string[], now: Instant): Promise<void>;
}

export function createRefusedReviewers(cache: Cache): RefusedReviewers {
  const read = async (repositoryId: number, now: Instant) => {
    const parsed = Refusals.safeParse(await cache.get(keyOf(repositoryId)));
    const kept = Object.entries(parsed.data ?? {}).filter(([, at]) => epochMilliseconds(now) - Date.parse(at) < forgetAfter);
    return new Map(kept);
  };
  return {
    async withoutRefused(repositoryId, effect, now) {
      if (effect.kind !== "request-reviewers") return effect;
      const refused = await read(repositoryId, now);
      const users = effect.users.filter((login) => !refused.has(login.toLowerCase()));
      const teams = effect.teams.filter((slug) => !refused.has(`team/${slug}`.toLowerCase()));
      return users.length + teams.length === 0 ? null : { ...effect, users, teams };
    },
    async remember(repositoryId, refused, now) {
      if (refused.length === 0) return;
      const known = await read(repositoryId, now);
      for (const reviewer of refused) known.set(reviewer.toLowerCase(), now);
      await cache.put(keyOf(repositoryId), Object.fromEntries(known));
    },
  };
}

function keyOf(repositoryId: number): string {
  return `refused-reviewers/${repositoryId}`;
}

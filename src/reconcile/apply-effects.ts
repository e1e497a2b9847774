import type { Effect } from "../domain/effect.ts";
import type { Receipt } from "../domain/receipt.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Clock } from "../ports/clock.ts";
import { type GitHub, RateLimited } from "../ports/github.ts";
import type { TimedEffect } from "./note-written.ts";
import { orderEffects } from "./order-effects.ts";

export interface Application {
  readonly receipts: readonly Receipt[];
  readonly applied: readonly TimedEffect[];
  readonly failures: readonly unknown[];
  /** GitHub asked to wait until then; the rest was withheld. */
  readonly waitUntil: Instant | null;
}

/**
 * Applies effects one at a time. One failure does not stop what does not depend on it; a limit of GitHub stops everything,
 * and so does a lost lease: from then on another process writes for this pull request.
 */
export async function applyEffects(
  github: Pick<GitHub, "execute">,
  pullRequest: number,
  effects: readonly Effect[],
  clock: Clock,
  lost: AbortSignal,
): Promise<Application> {
  const receipts: Receipt[] = [];
  const applied: TimedEffect[] = [];
  const failures: unknown[] = [];
  const missingLabels = new Set<string>();
  let waitUntil: Instant | null = null;
  const note = (effect: Effect, outcome: Receipt["outcome"], detail: string) =>
    receipts.push({ effect: effect.kind, outcome, at: clock.now(), detail });

  for (const planned of orderEffects(effects)) {
    const effect = withoutLabels(planned, missingLabels);
    if (lost.aborted) {
      note(planned, "withheld", "another process has taken over");
    } else if (waitUntil !== null) {
      note(planned, "withheld", `GitHub asks to wait until ${waitUntil}`);
    } else if (effect === null) {
      note(planned, "withheld", "the label could not be created");
    } else {
      try {
        const { detail, id, refused, at } = await github.execute(pullRequest, effect);
        note(effect, "applied", detail);
        applied.push({ effect, id, refused, at });
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        if (error instanceof RateLimited) {
          waitUntil = error.until;
          note(effect, "withheld", detail);
        } else {
          if (effect.kind === "create-label") missingLabels.add(effect.label.name);
          failures.push(error);
          note(effect, "failed", detail);
        }
      }
    }
  }
  return { receipts, applied, failures, waitUntil };
}

/** GitHub would create a label that is missing, in grey and without its description, and it would stay so. */
function withoutLabels(effect: Effect, missing: ReadonlySet<string>): Effect | null {
  if (effect.kind !== "add-labels" || missing.size === 0) return effect;
  const labels = effect.labels.filter((label) => !missing.has(label));
  return labels.length === 0 ? null : { ...effect, labels };
}

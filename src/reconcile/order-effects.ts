import type { Effect, EffectKind } from "../domain/effect.ts";

/**
 * What people see first comes first; labels keep the order of the plan, which makes each before it is set; what is removed
 * goes last, so that a crash in between leaves too much rather than nothing.
 */
const ranks: Readonly<Record<EffectKind, number>> = {
  "create-label": 0,
  "add-labels": 0,
  "create-comment": 1,
  "update-comment": 1,
  "create-check": 2,
  "update-check": 2,
  "request-reviewers": 3,
  "remove-label": 4,
  "delete-comment": 5,
};

export function orderEffects(effects: readonly Effect[]): readonly Effect[] {
  return effects.toSorted((left, right) => ranks[left.kind] - ranks[right.kind]);
}

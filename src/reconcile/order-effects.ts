import type { Effect, EffectKind } from "../domain/effect.ts";

/**
 * What people see first comes first; labels keep the order of the plan, which makes each before it is set; what is removed
 * goes last, so that a crash in between leaves too much rather than nothing.
 */
const ranks: Readonly<Record<EffectKind, number>> = {
  "create-label": 0,
  "add-labels": 0,
  react: 1,
  "create-comment": 1,
  "update-comment": 1,
  "create-check": 2,
  "update-check": 2,
  "request-reviewers": 3,
  approve: 3,
  "dismiss-approval": 3,
  "suggest-line": 4,
  "commit-file": 4,
  "remove-label": 5,
  "delete-comment": 6,
};

export function orderEffects(effects: readonly Effect[]): readonly Effect[] {
  return effects.toSorted((left, right) => ranks[left.kind] - ranks[right.kind]);
}

import type { Effect, EffectKind } from "../domain/effect.ts";

/**
 * What people see first comes first; a label is made before it is set; what is removed goes last, so that a crash in between
 * leaves too much rather than nothing.
 */
const order: readonly EffectKind[] = [
  "create-label",
  "add-labels",
  "create-comment",
  "update-comment",
  "create-check",
  "update-check",
  "request-reviewers",
  "remove-label",
  "delete-comment",
];

export function orderEffects(effects: readonly Effect[]): readonly Effect[] {
  return effects.toSorted((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind));
}

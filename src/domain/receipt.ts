import type { Instant } from "../kernel/instant.ts";
import type { EffectKind } from "./effect.ts";

/** What happened when an effect was applied. One failure does not stop independent effects. */
export interface Receipt {
  readonly effect: EffectKind;
  readonly outcome: "applied" | "failed" | "withheld";
  readonly at: Instant;
  /** Short: a label list, a comment id, or why it failed or was withheld. */
  readonly detail: string;
}

import type { Reason } from "./reason.ts";

/** What Core keeps over a group's decision. */
export interface Oversight {
  readonly kind: "approval" | "veto-window";
  /** Authority id. */
  readonly by: string;
  /** `5 business days`; null for approval. */
  readonly within: string | null;
}

/** Who decides, how, under whose oversight, by which clause: the answer of a total function (design section 5.5). */
export interface Route {
  readonly kind: "group" | "core";
  /** Group that decides, or recommends when `kind` is `core`; null where there is none. */
  readonly group: string | null;
  /** Authority id that decides when `kind` is `core`; null when a group decides. */
  readonly authority: string | null;
  /** Groups that decide with the leading one; empty unless the decision is joint. */
  readonly jointWith: readonly string[];
  /** Groups and Interest Groups to be heard, never deciding. */
  readonly consulted: readonly string[];
  /** Procedure id by which the deciding authority decides. */
  readonly procedure: string;
  readonly oversight: Oversight | null;
  /** False when the delegation that would apply has no recorded adoption. */
  readonly adopted: boolean;
  /** Every step tried, in order. */
  readonly reasons: readonly Reason[];
}

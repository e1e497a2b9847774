import type { DecisionOutcome } from "../domain/decision.ts";

/** What lazy consensus waits for, as data: whoever shows it finds the words. */
export type Missing =
  | { readonly kind: "time" }
  | { readonly kind: "block"; readonly persons: readonly string[] }
  | { readonly kind: "consents"; readonly authority: string; readonly needed: number; readonly given: number }
  | { readonly kind: "organisations"; readonly authority: string; readonly needed: number; readonly given: number }
  | { readonly kind: "voters"; readonly authority: string; readonly needed: number }
  | { readonly kind: "attestation" };

/** `open`: it goes on, and this is missing; `ends`: it has ended so. */
export type DecisionVerdict =
  | { readonly kind: "open"; readonly missing: readonly Missing[] }
  | { readonly kind: "ends"; readonly outcome: DecisionOutcome };

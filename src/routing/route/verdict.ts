import type { Reason } from "../../domain/reason.ts";

/** One step of the route: it goes on, or the matter is Core's; either way with what was seen. */
export type Verdict =
  | { readonly kind: "pass"; readonly reasons: readonly Reason[] }
  /** `authority` where the constitution names another than Core. */
  | { readonly kind: "core"; readonly reasons: readonly Reason[]; readonly authority?: string };

export const pass = (...reasons: Reason[]): Verdict => ({ kind: "pass", reasons });
export const toCore = (...reasons: Reason[]): Verdict => ({ kind: "core", reasons });

export function reason(code: string, text: string, clause: string | null = null): Reason {
  return { code, text, clause };
}

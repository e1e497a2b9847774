import type { CheckReport } from "./check-report.ts";
import type { RepositoryLabel } from "./snapshot.ts";

/** One write to GitHub, as an order. Each is idempotent or found again by its marker. */
export type Effect =
  | { readonly kind: "create-label"; readonly label: RepositoryLabel }
  | { readonly kind: "add-labels"; readonly labels: readonly string[] }
  | { readonly kind: "remove-label"; readonly label: string }
  | { readonly kind: "create-comment"; readonly body: string }
  | { readonly kind: "update-comment"; readonly commentId: number; readonly body: string }
  | { readonly kind: "delete-comment"; readonly commentId: number }
  | { readonly kind: "request-reviewers"; readonly users: readonly string[]; readonly teams: readonly string[] }
  | { readonly kind: "create-check"; readonly report: CheckReport }
  | { readonly kind: "update-check"; readonly checkId: number; readonly report: CheckReport };

export type EffectKind = Effect["kind"];

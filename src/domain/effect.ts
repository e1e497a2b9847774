import type { CheckReport } from "./check-report.ts";
import type { RepositoryLabel } from "./snapshot.ts";

/** One write to GitHub, as an order. Each is idempotent or found again by its marker. */
export type Effect =
  | { readonly kind: "create-label"; readonly label: RepositoryLabel }
  | { readonly kind: "add-labels"; readonly labels: readonly string[] }
  | { readonly kind: "remove-label"; readonly label: string }
  /** `key` names what the comment is for among the effects of one plan, where its text alone does not. */
  | { readonly kind: "create-comment"; readonly body: string; readonly key?: string }
  | { readonly kind: "update-comment"; readonly commentId: number; readonly body: string }
  | { readonly kind: "delete-comment"; readonly commentId: number }
  | { readonly kind: "request-reviewers"; readonly users: readonly string[]; readonly teams: readonly string[] }
  | { readonly kind: "create-check"; readonly report: CheckReport }
  | { readonly kind: "update-check"; readonly checkId: number; readonly report: CheckReport }
  /** 👍 on a person's comment. */
  | { readonly kind: "react"; readonly commentId: number }
  /** A review comment on a line of the head, whose body ends with the App's marker; `body` holds the suggestion block. */
  | { readonly kind: "suggest-line"; readonly headSha: string; readonly path: string; readonly line: number; readonly body: string }
  /**
   * Replaces a file on the head branch, when that still stands at `branchSha`; else nothing is written. Only where the App was
   * given `contents: write` and the branch is in this repository.
   */
  | {
      readonly kind: "commit-file";
      readonly branch: string;
      readonly branchSha: string;
      readonly path: string;
      readonly text: string;
      readonly message: string;
    }
  | { readonly kind: "approve"; readonly headSha: string; readonly body: string }
  | { readonly kind: "dismiss-approval"; readonly reviewId: number; readonly message: string };

export type EffectKind = Effect["kind"];

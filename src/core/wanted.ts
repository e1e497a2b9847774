import type { CheckReport } from "../domain/check-report.ts";
import type { Effect } from "../domain/effect.ts";
import type { ProposalView } from "../domain/plan.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Happening } from "./decide/advance.ts";
import type { LabelPlan } from "./plan-labels.ts";

/** How a pull request should stand, before the mode says what of it may be written. */
export interface Wanted {
  readonly check: CheckReport;
  /** Null: no status comment; one that is left from before goes. */
  readonly comment: string | null;
  /** Null: its labels are left alone. */
  readonly labels: LabelPlan | null;
  readonly reviewers: readonly Effect[];
  /** Answers to people's acts: they go before displays. */
  readonly replies?: readonly Effect[];
  /** When a deadline can take effect; null or absent: none runs. */
  readonly nextLook?: Instant | null;
  readonly events: readonly Happening[];
  readonly view: ProposalView;
}

/** A view with nothing to show but what is given. */
export function aView(shown: Partial<ProposalView> & Pick<ProposalView, "kind">, check: CheckReport): ProposalView {
  return {
    file: null,
    number: null,
    title: null,
    classification: null,
    change: null,
    route: null,
    problems: [],
    labels: [],
    ...shown,
    check: { conclusion: check.conclusion, title: check.title },
  };
}

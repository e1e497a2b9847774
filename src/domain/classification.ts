import type { ChangeClass } from "./proposal-vocabulary.ts";

/** Strongest first (design section 5.3). `declared` may only widen the concern. */
export const evidenceKinds = ["person", "path", "schema", "vocabulary", "term", "similarity", "exclusion", "declared"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** One thing that was seen and what it added to a score; shown to people as it stands. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** A phrase: "`tasks/get` 14 times in Specification". */
  readonly text: string;
  /** Points added to the score; negative for an exclusion. */
  readonly weight: number;
  /** Line in the proposal of the first occurrence, where there is one. */
  readonly line: number | null;
}

export interface DomainScore {
  readonly id: string;
  readonly label: string;
  /** Explainable sum of the evidence's weights. */
  readonly score: number;
  /** Exactly one domain of a classification is primary. */
  readonly primary: boolean;
  /** The domain's own text or schema would change too: it counts as touched when routing. */
  readonly touched: boolean;
  readonly evidence: readonly Evidence[];
}

export interface Classification {
  /** Best first; never empty when the constitution has a domain. */
  readonly domains: readonly DomainScore[];
  /** What is called confident must be right; the rest is shown as the best guess. */
  readonly confident: boolean;
  /** Why it is not confident, as sentences; empty when it is. */
  readonly doubts: readonly string[];
}

export interface ChangeAssessment {
  readonly class: ChangeClass;
  readonly evidence: readonly Evidence[];
}

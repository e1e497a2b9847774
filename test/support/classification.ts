import type { Classification, DomainScore } from "../../src/domain/classification.ts";

export interface ClassificationParts {
  readonly touched?: readonly string[];
  readonly confident?: boolean;
  readonly doubts?: readonly string[];
}

/** A classification with this domain first; only what a route reads has to be said. */
export function aClassification(
  primary: string,
  { touched = [], confident = true, doubts = [] }: ClassificationParts = {},
): Classification {
  const score = (id: string, at: number): DomainScore => ({
    id,
    label: `domain: ${id}`,
    score: 60 - at,
    primary: at === 0,
    touched: at > 0,
    evidence: [{ kind: "vocabulary", text: `\`${id}/get\` 14 times in Specification`, weight: 12 - at, line: 20 }],
  });
  return { domains: [primary, ...touched].map(score), confident, doubts };
}

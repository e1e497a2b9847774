import type { Assessment } from "../../core/index.ts";
import type { Problem } from "../../domain/problem.ts";
import type { ProposalDocument } from "../../domain/proposal-document.ts";

/** What `steward explain` knows about one file. */
export interface Explanation {
  readonly document: ProposalDocument;
  readonly problems: readonly Problem[];
  readonly assessment: Assessment;
}

/** The contract of `--json`: names and order of the keys are fixed. */
export function toJson({ document, problems, assessment }: Explanation) {
  const { classification, change, route } = assessment;
  return {
    file: document.file,
    number: document.number,
    title: document.title,
    type: document.type,
    status: document.status,
    problems: problems.map(({ line, column, severity, code, message }) => ({ line, column, severity, code, message })),
    domains: classification.domains
      .filter(({ score, primary }) => primary || score > 0)
      .map(({ id, label, score, primary, evidence }) => ({ id, label, score, primary, evidence })),
    confident: classification.confident,
    change: { class: change.class, evidence: change.evidence },
    route: {
      kind: route.kind,
      group: route.group,
      procedure: route.procedure,
      oversight: route.oversight,
      adopted: route.adopted,
      reasons: route.reasons.map(({ code, text, clause }) => ({ code, text, clause })),
    },
  };
}

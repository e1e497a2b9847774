import type { ProposalDocument } from "../domain/proposal-document.ts";
import { readNormativeText } from "../proposals/index.ts";
import { classifyLaterChange } from "../routing/change/index.ts";
import type { PlanInput } from "./plan-input.ts";
import { readSchemaFindings } from "./schema-findings.ts";

/**
 * X4, for a head whose own text is the accepted one: what the pull request's schema breaks, or holds that the text never names. All
 * that it changes counts, because what was changed before the acceptance can no longer be told apart.
 */
export function laterReasons(document: ProposalDocument, text: string, { snapshot, rules }: PlanInput): readonly string[] {
  const { governance } = rules;
  const findings = readSchemaFindings(snapshot, governance);
  if (findings === null) return [];
  const normative = readNormativeText(document, text, { prefix: governance.project.proposals.prefix });
  const { reasons } = classifyLaterChange({
    accepted: { document, text: normative },
    head: normative,
    schemaFindings: findings,
    changedPaths: governance.project.specification.schema,
    changed: [],
    acceptedDomains: new Set(),
  });
  return reasons.map(({ code }) => code);
}

import type { DomainScore } from "../../domain/classification.ts";
import type { ProposalDocument } from "../../domain/proposal-document.ts";
import type { Governance } from "../../governance/model.ts";

/** Below this a score is chance: every text shares a few words with every page. */
const chance = 6;

/** What fits nowhere goes to the domain that takes such proposals, where the constitution names one. */
export function applyFallback(ranked: readonly DomainScore[], document: ProposalDocument, governance: Governance): readonly DomainScore[] {
  const best = ranked[0]?.score ?? 0;
  if (best >= chance) return ranked;
  const wanted = isProcessOnly(document) ? "process-only" : "schema-changes";
  const chosen = ranked.find(({ id }) => governance.domains.get(id)?.fallback === wanted);
  if (chosen === undefined || chosen === ranked[0]) return ranked;
  const text = wanted === "process-only" ? "nothing fits, and only people and process change" : "nothing fits, and the protocol changes";
  const weight = best - chosen.score + 1;
  const first = { ...chosen, score: best + 1, evidence: [{ kind: "term", text, weight, line: null } as const, ...chosen.evidence] };
  return [first, ...ranked.filter((domain) => domain !== chosen)];
}

/** No code and no binding sentence: nothing on the wire can change by it. */
function isProcessOnly({ type, normative, sections }: ProposalDocument): boolean {
  return type === "Process" || (normative.length === 0 && sections.every(({ code }) => code.length === 0));
}

import type { NormativeStatement, ProposalDocument } from "../domain/proposal-document.ts";

/** MAY, OPTIONAL and NOT REQUIRED leave a choice: they need no row (R7.3). */
export function obliges(keyword: string): boolean {
  return keyword !== "MAY" && keyword !== "OPTIONAL" && keyword !== "NOT REQUIRED";
}

/**
 * The statements that need a row: those of the Specification section (SEP-2484, Traceability file). A file without that section
 * states its requirements elsewhere, so all of it counts then but what only introduces or explains.
 */
export function statementsToTrace(document: Pick<ProposalDocument, "normative" | "sections">): readonly NormativeStatement[] {
  const hasSpecification = document.sections.some(({ kind }) => kind === "specification");
  return document.normative.filter(
    ({ section, keywords }) => keywords.some(obliges) && (hasSpecification ? section === "specification" : !explains.has(section)),
  );
}

const explains: ReadonlySet<NormativeStatement["section"]> = new Set(["abstract", "motivation", "rationale"]);

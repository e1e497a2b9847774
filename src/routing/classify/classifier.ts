import type { Classification, DomainScore, Evidence } from "../../domain/classification.ts";
import type { ProposalDocument } from "../../domain/proposal-document.ts";
import type { Domain, Exclusion, Governance } from "../../governance/model.ts";
import type { SpecificationIndex } from "../index-spec/index.ts";
import { findDoubts } from "./confidence.ts";
import { readDeclarations } from "./declared-evidence.ts";
import { prepareExclusions } from "./exclusion-evidence.ts";
import { applyFallback } from "./fallback.ts";
import type { Changes } from "./path-evidence.ts";
import { prepareReader } from "./reader.ts";
import { scoreDomains } from "./score.ts";
import type { Tally } from "./tally.ts";
import { findTouched } from "./touched.ts";
import { readPieces } from "./zones.ts";

interface ClassifyInput {
  /** Files that the pull request changes, relative to the repository. */
  readonly changedPaths: readonly string[];
  /** What differs in its schema files, as `Type.field`. */
  readonly changedNames?: readonly string[];
  /** Domain that a person settled; the machine never overturns it. */
  readonly byHand?: string | null;
}

/** A classifier made ready for one constitution and one index; pure, and quick for each proposal. */
export interface Classifier {
  classify(document: ProposalDocument, input: ClassifyInput): Classification;
  /** Exclusions of a group's charter whose words the proposal uses in earnest. */
  exclusionsMet(document: ProposalDocument, group: string): readonly Exclusion[];
  /** What each method saw, before they are weighed: for the measurement of accuracy. */
  readTallies(document: ProposalDocument, input: ClassifyInput): readonly Tally[];
}

/** Weighs the constitution's signals and the specification's vocabulary; no domain is known by name here. */
export function prepareClassifier(governance: Governance, index: SpecificationIndex): Classifier {
  const reader = prepareReader(governance, index);
  const exclusionsOf = prepareExclusions(governance);
  return {
    readTallies: (document, input) => reader.read(document, changesOf(input)).tallies,
    exclusionsMet: (document, group) => exclusionsOf.findForGroup(readPieces(document).pieces, group),
    classify(document, input) {
      const reading = reader.read(document, changesOf(input));
      const declared = readDeclarations(document, governance, reader.names);
      const exclusions = exclusionsOf.findForDomains(reading.pieces);
      const scored = applyFallback(scoreDomains(governance, reading.tallies, exclusions), document, governance);
      const settled = governance.domains.get(input.byHand ?? "");
      const ranked = settled === undefined ? scored : settle(scored, settled);
      const [primary] = ranked;
      if (primary === undefined) return { domains: [], confident: false, doubts: ["The constitution has no domains."] };
      const touched = findTouched({ reading, ranked, declared, exclusions }, reader.names, index);
      const doubts = settled === undefined ? findDoubts(ranked, reading, exclusions, declared) : [];
      const domains = ranked.map((domain) => ({
        ...domain,
        primary: domain === primary,
        touched: touched.has(domain.id),
        evidence: [...domain.evidence, ...(touched.get(domain.id) ?? [])],
      }));
      return { domains, confident: doubts.length === 0, doubts };
    },
  };
}

function changesOf({ changedPaths, changedNames = [] }: ClassifyInput): Changes {
  return { paths: changedPaths, names: changedNames };
}

/** Puts the domain that a person chose first; the others keep their order. */
function settle(scored: readonly DomainScore[], { id }: Domain): DomainScore[] {
  const evidence: Evidence = { kind: "person", text: "settled by a person", weight: 0, line: null };
  const chosen = scored.filter((domain) => domain.id === id).map((domain) => ({ ...domain, evidence: [evidence, ...domain.evidence] }));
  return [...chosen, ...scored.filter((domain) => domain.id !== id)];
}

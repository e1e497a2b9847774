import type { Classification, DomainScore, Evidence } from "../../domain/classification.ts";
import type { ProposalDocument } from "../../domain/proposal-document.ts";
import type { Domain, Exclusion, Governance } from "../../governance/model.ts";
import type { SpecificationIndex } from "../index-spec/index.ts";
import { findDoubts } from "./confidence.ts";
import { type Declaration, readDeclarations } from "./declared-evidence.ts";
import { readDefinitionMarks, readDefinitions } from "./definition-evidence.ts";
import { domainsOfPath, resolveDomainPages } from "./domain-pages.ts";
import { prepareExclusions } from "./exclusion-evidence.ts";
import { readLinks } from "./link-evidence.ts";
import { prepareNames } from "./name-lexicon.ts";
import { readChangedPaths } from "./path-evidence.ts";
import { scoreDomains } from "./score.ts";
import { prepareSimilarity } from "./similarity.ts";
import { readSimilarity } from "./similarity-evidence.ts";
import type { Tally } from "./tally.ts";
import { readTerms } from "./term-evidence.ts";
import { prepareTerms } from "./term-lexicon.ts";
import { findTouched } from "./touched.ts";
import { readVocabulary } from "./vocabulary-evidence.ts";
import { readPieces } from "./zones.ts";

export interface ClassifyInput {
  /** Files that the pull request changes, relative to the repository. */
  readonly changedPaths: readonly string[];
  /** Domain that a person settled; the machine never overturns it. */
  readonly byHand?: string | null;
}

/** A classifier made ready for one constitution and one index; pure, and quick for each proposal. */
export interface Classifier {
  classify(document: ProposalDocument, input: ClassifyInput): Classification;
  /** Exclusions of a group's charter whose words the proposal uses in earnest (D5). */
  exclusionsMet(document: ProposalDocument, group: string): readonly Exclusion[];
  /** What each method saw, before they are weighed: for the measurement of accuracy. */
  readTallies(document: ProposalDocument, input: ClassifyInput): readonly Tally[];
}

/** Points that a method can give at most, and the points at which it is half sure; found on proposals of known domain. */
const methods = {
  paths: { budget: 60, half: 5 },
  title: { budget: 15, half: 25 },
  definitions: { budget: 20, half: 20 },
  vocabulary: { budget: 25, half: 25 },
  terms: { budget: 30, half: 25 },
  subject: { budget: 25, half: 5 },
  body: { budget: 20, half: 5 },
} as const;

/** Weighs the constitution's signals and the specification's vocabulary; no domain is known by name here. */
export function prepareClassifier(governance: Governance, index: SpecificationIndex): Classifier {
  const pages = resolveDomainPages(governance, index);
  const names = prepareNames(governance, index, pages);
  const terms = prepareTerms(governance, index, pages);
  const exclusionsOf = prepareExclusions(governance);
  const similarity = prepareSimilarity(governance, index, pages);

  const read = (document: ProposalDocument, { changedPaths }: ClassifyInput) => {
    const pieces = readPieces(document);
    const title = pieces.filter(({ zone }) => zone === "title");
    const subject = pieces.filter(({ zone }) => zone === "title" || zone === "abstract");
    const body = pieces.filter(({ zone, form }) => (zone === "specification" && form !== "code") || zone === "other");
    const definitions = readDefinitions(pieces, index);
    const tallies: Tally[] = [
      { method: "paths", ...methods.paths, marks: readChangedPaths(changedPaths, governance) },
      {
        method: "title",
        ...methods.title,
        marks: [...readVocabulary(title, names), ...readTerms(title, terms), ...readSimilarity(title, similarity, "its title")],
      },
      { method: "definitions", ...methods.definitions, marks: readDefinitionMarks(definitions, names, index) },
      { method: "vocabulary", ...methods.vocabulary, marks: [...readVocabulary(pieces, names), ...readLinks(document, pieces, pages)] },
      { method: "terms", ...methods.terms, marks: readTerms(pieces, terms) },
      { method: "subject", ...methods.subject, marks: readSimilarity(subject, similarity, "its title and Abstract") },
      { method: "body", ...methods.body, marks: readSimilarity(body, similarity, "its Specification") },
    ];
    return { pieces, definitions, tallies };
  };

  return {
    readTallies: (document, input) => read(document, input).tallies,
    exclusionsMet: (document, group) => exclusionsOf.findForGroup(readPieces(document), group),
    classify(document, input) {
      const { pieces, definitions, tallies } = read(document, input);
      const declared = readDeclarations(document, governance, names);
      const exclusions = exclusionsOf.findForDomains(pieces);
      const scored = scoreDomains(governance, tallies, exclusions);
      const byHand = governance.domains.get(input.byHand ?? "");
      const ranked = byHand === undefined ? scored : settle(scored, byHand);
      const primary = ranked[0];
      if (primary === undefined) return { domains: [], confident: false, doubts: ["The constitution has no domains."] };
      const touched = findTouched(
        {
          scores: new Map(ranked.map(({ id, score }) => [id, score])),
          primary: primary.id,
          definitions,
          changed: input.changedPaths.map((path) => domainsOfPath(path, governance.domains.values())),
          declared,
          exclusions,
        },
        names,
        index,
      );
      const doubts = byHand === undefined ? findDoubts(ranked, tallies, exclusions, declared) : [];
      const domains = ranked.map((domain) => ({
        ...domain,
        primary: domain === primary,
        touched: touched.has(domain.id),
        evidence: [...domain.evidence, ...declaredEvidence(declared, domain.id)],
      }));
      return { domains, confident: doubts.length === 0, doubts };
    },
  };
}

/** Puts the domain that a person chose first; the others keep their order. */
function settle(scored: readonly DomainScore[], { id }: Domain): DomainScore[] {
  const chosen = scored.filter((domain) => domain.id === id);
  const evidence: Evidence = { kind: "person", text: "settled by a person", weight: 0, line: null };
  return [
    ...chosen.map((domain) => ({ ...domain, evidence: [evidence, ...domain.evidence] })),
    ...scored.filter((domain) => domain.id !== id),
  ];
}

function declaredEvidence(declared: readonly Declaration[], id: string): Evidence[] {
  return declared.filter(({ domain }) => domain === id).map(({ text, line }) => ({ kind: "declared", text, weight: 0, line }));
}

import type { ProposalDocument } from "../../domain/proposal-document.ts";
import type { Governance } from "../../governance/model.ts";
import type { SpecificationIndex } from "../index-spec/index.ts";
import { type Definition, readDefinitionMarks, readDefinitions } from "./definition-evidence.ts";
import { resolveDomainPages } from "./domain-pages.ts";
import { readLinks } from "./link-evidence.ts";
import { type NameLexicon, prepareNames } from "./name-lexicon.ts";
import { type ChangedThing, type Changes, readChanges, resolveChanges } from "./path-evidence.ts";
import { prepareScan } from "./piece-scan.ts";
import { prepareSimilarity } from "./similarity.ts";
import { readSimilarity } from "./similarity-evidence.ts";
import { type Mark, sumTallies, type Tally } from "./tally.ts";
import { readTerms } from "./term-evidence.ts";
import { prepareTerms } from "./term-lexicon.ts";
import { readVocabulary } from "./vocabulary-evidence.ts";
import { type Piece, readNormativePieces, readPieces } from "./zones.ts";

/** Points that a method can give at most, and the points at which it is half sure. Halving or doubling any changes little. */
const methods = {
  paths: { budget: 60, half: 5 },
  title: { budget: 15, half: 25 },
  normative: { budget: 10, half: 25 },
  definitions: { budget: 20, half: 20 },
  vocabulary: { budget: 25, half: 25 },
  terms: { budget: 30, half: 25 },
  subject: { budget: 25, half: 15 },
  body: { budget: 20, half: 15 },
} as const;

/** A part of the specification read by itself. */
interface PartReading {
  readonly heading: string;
  readonly line: number;
  /** Domain to score. */
  readonly scores: ReadonlyMap<string, number>;
}

export interface Reading {
  readonly pieces: readonly Piece[];
  readonly isCut: boolean;
  readonly definitions: readonly Definition[];
  readonly tallies: readonly Tally[];
  readonly parts: readonly PartReading[];
  readonly changed: readonly ChangedThing[];
}

export interface Reader {
  readonly names: NameLexicon;
  read(document: ProposalDocument, changes: Changes): Reading;
}

/** Everything that can be known before a proposal is seen. */
export function prepareReader(governance: Governance, index: SpecificationIndex): Reader {
  const pages = resolveDomainPages(governance, index);
  const [owner = ""] = governance.project.repository.split("/");
  const names = prepareNames(governance, index, pages);
  const terms = prepareTerms(governance, index, pages);
  const similarity = prepareSimilarity(governance, index, pages);
  const scan = prepareScan(names, terms);

  const readAllWays = (pieces: readonly Piece[], where: string): Mark[] => [
    ...readVocabulary(pieces, scan),
    ...readTerms(pieces, scan),
    ...readSimilarity(pieces, similarity, where),
  ];
  const define = (definitions: readonly Definition[]): Mark[] => readDefinitionMarks(definitions, names, index);

  const readPart = (heading: string, pieces: readonly Piece[]): PartReading => {
    const tallies: Tally[] = [
      { method: "definitions", ...methods.definitions, marks: define(readDefinitions(pieces, index)) },
      { method: "vocabulary", ...methods.vocabulary, marks: readVocabulary(pieces, scan) },
      { method: "terms", ...methods.terms, marks: readTerms(pieces, scan) },
      { method: "body", ...methods.body, marks: readSimilarity(pieces.filter(isProse), similarity, null) },
    ];
    return { heading, line: pieces[0]?.line ?? 1, scores: sumTallies(tallies) };
  };

  return {
    names,
    read(document, changes) {
      const { pieces, isCut } = readPieces(document);
      const title = pieces.filter(({ zone }) => zone === "title");
      const subject = pieces.filter(({ zone }) => zone === "title" || zone === "abstract");
      const body = pieces.filter((piece) => piece.zone === "other" || (piece.zone === "specification" && isProse(piece)));
      const normative = readNormativePieces(document);
      const definitions = readDefinitions(pieces, index);
      const changed = resolveChanges(changes, governance, names);
      const tallies: Tally[] = [
        { method: "paths", ...methods.paths, marks: readChanges(changed) },
        { method: "title", ...methods.title, marks: readAllWays(title, "its title") },
        { method: "normative", ...methods.normative, marks: readAllWays(normative, "its binding sentences") },
        { method: "definitions", ...methods.definitions, marks: define(definitions) },
        {
          method: "vocabulary",
          ...methods.vocabulary,
          marks: [...readVocabulary(pieces, scan), ...readLinks(document, pieces, pages, owner)],
        },
        { method: "terms", ...methods.terms, marks: readTerms(pieces, scan) },
        { method: "subject", ...methods.subject, marks: readSimilarity(subject, similarity, "its title and Abstract") },
        { method: "body", ...methods.body, marks: readSimilarity(body, similarity, "its Specification") },
      ];
      const parts = [...partsOf(pieces)].map(([heading, own]) => readPart(heading, own));
      return { pieces, isCut, definitions, tallies, parts, changed };
    },
  };
}

function isProse({ form }: Piece): boolean {
  return form !== "code";
}

/** Parts of the specification by heading, without what only illustrates. */
function partsOf(pieces: readonly Piece[]): Map<string, Piece[]> {
  const parts = new Map<string, Piece[]>();
  for (const piece of pieces) {
    if (piece.part === null || piece.factor < 1) continue;
    const own = parts.get(piece.part) ?? [];
    own.push(piece);
    parts.set(piece.part, own);
  }
  return parts;
}

import type { Domain, Governance } from "../../governance/model.ts";
import { type SpecificationIndex, splitWords } from "../index-spec/index.ts";
import type { DomainShares } from "./domain-pages.ts";
import { damp } from "./tally.ts";

/** Stem to weight; of length 1 when not empty. */
type Vector = ReadonlyMap<string, number>;

interface Comparison {
  /** Domain to cosine, 0 to 1, in the order of the constitution. */
  readonly likeness: ReadonlyMap<string, number>;
  /** Stems that make it resemble a domain, those that say most first. */
  explain(domain: string): string[];
}

export interface SimilarityModel {
  /** How like each domain a weighted bag of stems is. */
  compare(bag: ReadonlyMap<string, number>): Comparison;
}

const shownWords = 4;
/** What the constitution says of a domain counts as much as all its pages and charters together. */
const seedWeight = 1;

/**
 * TF-IDF over words and parts of identifiers. A domain is the mean of its pages and charters, each counting the same
 * whatever its length, with what the constitution itself says of the domain beside them.
 */
export function prepareSimilarity(
  governance: Governance,
  index: SpecificationIndex,
  pages: ReadonlyMap<string, DomainShares>,
): SimilarityModel {
  const seeds = new Map([...governance.domains.values()].map((domain) => [domain.id, seedOf(domain)]));
  const bags = [...Object.values(index.pages).map(({ words }) => Object.keys(words)), ...[...seeds.values()].map((bag) => [...bag.keys()])];
  const rarity = rarityOf(bags);
  // A word that no page holds cannot tell one domain from another.
  const vectorOf = (bag: Iterable<readonly [string, number]>): Vector => {
    const vector = new Map<string, number>();
    for (const [word, count] of bag) {
      const rare = rarity.get(word);
      if (rare !== undefined) vector.set(word, damp(count) * rare);
    }
    return unit(vector);
  };
  const pageVectors = new Map(Object.entries(index.pages).map(([path, { words }]) => [path, vectorOf(Object.entries(words))]));
  const domains = [...seeds].map(([id, seed]): [string, Vector] => [id, meanOf(id, pages, pageVectors, vectorOf(seed))]);
  const byWord = postingsOf(domains.map(([, vector]) => vector));

  return {
    compare(bag) {
      const vector = vectorOf(bag);
      const likeness = new Float64Array(domains.length);
      for (const [word, weight] of vector) {
        const row = byWord.get(word);
        for (let at = 0; row !== undefined && at < row.length; at += 1) likeness[at] = (likeness[at] ?? 0) + weight * (row[at] ?? 0);
      }
      return {
        likeness: new Map(domains.map(([domain], at) => [domain, likeness[at] ?? 0])),
        explain: (domain) => strongestShared(vector, domains.find(([id]) => id === domain)?.[1] ?? new Map()),
      };
    },
  };
}

function strongestShared(vector: Vector, own: Vector): string[] {
  const strongest: [string, number][] = [];
  for (const [word, weight] of vector) {
    const shared = weight * (own.get(word) ?? 0);
    if (shared <= (strongest[shownWords - 1]?.[1] ?? 0)) continue;
    strongest.push([word, shared]);
    strongest.sort(([, a], [, b]) => b - a).splice(shownWords);
  }
  return strongest.map(([word]) => word);
}

function seedOf({ description, in: belongs, signals }: Domain): Map<string, number> {
  const bag = new Map<string, number>();
  for (const text of [description, ...belongs, ...signals.terms, ...signals.names]) for (const word of splitWords(text)) add(bag, word, 1);
  return bag;
}

function rarityOf(bags: readonly (readonly string[])[]): Map<string, number> {
  const holders = new Map<string, number>();
  for (const bag of bags) for (const word of bag) add(holders, word, 1);
  return new Map([...holders].map(([word, count]) => [word, Math.log(1 + bags.length / count)]));
}

function meanOf(id: string, pages: ReadonlyMap<string, DomainShares>, vectors: ReadonlyMap<string, Vector>, seed: Vector): Vector {
  const own = [...pages].map(([page, shares]) => ({ vector: vectors.get(page) ?? new Map(), share: shares.get(id) ?? 0 }));
  const total = own.reduce((sum, { share }) => sum + share, 0);
  const mean = new Map<string, number>();
  for (const { vector, share } of own) if (share > 0) for (const [word, weight] of vector) add(mean, word, (weight * share) / total);
  for (const [word, weight] of seed) add(mean, word, weight * seedWeight);
  return unit(mean);
}

/** Word to its weight in each domain, in order: a bag is compared with all domains in one walk. */
function postingsOf(vectors: readonly Vector[]): Map<string, Float64Array> {
  const postings = new Map<string, Float64Array>();
  vectors.forEach((vector, at) => {
    for (const [word, weight] of vector) {
      const row = postings.get(word) ?? new Float64Array(vectors.length);
      row[at] = weight;
      postings.set(word, row);
    }
  });
  return postings;
}

/** The same direction, of length 1; changes and gives back what it is given. */
function unit(vector: Map<string, number>): Vector {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  const length = Math.sqrt(squares);
  if (length > 0) for (const [word, weight] of vector) vector.set(word, weight / length);
  return vector;
}

function add(bag: Map<string, number>, word: string, weight: number): void {
  bag.set(word, (bag.get(word) ?? 0) + weight);
}

import type { Governance } from "../../governance/model.ts";
import { type SpecificationIndex, splitWords } from "../index-spec/index.ts";
import type { DomainShares } from "./domain-pages.ts";

/** Stem to weight; of length 1 when not empty. */
type Vector = ReadonlyMap<string, number>;

export interface Resemblance {
  readonly domain: string;
  /** Cosine, 0 to 1. */
  readonly likeness: number;
  /** Stems that the two share, those that say most first. */
  readonly words: readonly string[];
}

export interface SimilarityModel {
  /** How like each domain a weighted bag of stems is, in the order of the constitution. */
  compare(bag: ReadonlyMap<string, number>): Resemblance[];
}

const shownWords = 4;
/** A word that no page holds has no weight: it cannot tell one domain from another. */
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
  const seeds = new Map([...governance.domains.values()].map((domain) => [domain.id, bagOf(seedTexts(domain))]));
  const rarity = rarityOf([
    ...Object.values(index.pages).map(({ words }) => Object.keys(words)),
    ...[...seeds.values()].map((bag) => [...bag.keys()]),
  ]);
  const vectorOf = (bag: Iterable<[string, number]>): Vector =>
    unit(
      [...bag].flatMap(([word, count]): [string, number][] => (rarity.has(word) ? [[word, damp(count) * (rarity.get(word) ?? 0)]] : [])),
    );
  const domains = [...seeds].map(([id, seed]): [string, Vector] => {
    const own = [...pages].flatMap(([page, shares]) =>
      shares.has(id) ? [{ words: index.pages[page]?.words ?? {}, share: shares.get(id) ?? 0 }] : [],
    );
    const total = own.reduce((sum, { share }) => sum + share, 0);
    const sum = new Map<string, number>();
    for (const { words, share } of own)
      for (const [word, weight] of vectorOf(Object.entries(words))) add(sum, word, (weight * share) / total);
    for (const [word, weight] of vectorOf(seed)) add(sum, word, weight * seedWeight);
    return [id, unit(sum)];
  });
  return {
    compare(bag) {
      const proposal = vectorOf(bag);
      return domains.map(([domain, vector]) => resemblance(domain, proposal, vector));
    },
  };
}

function seedTexts({
  description,
  in: belongs,
  signals,
}: {
  description: string;
  in: readonly string[];
  signals: { terms: string[]; names: string[] };
}): string[] {
  return [description, ...belongs, ...signals.terms, ...signals.names];
}

function bagOf(texts: readonly string[]): Map<string, number> {
  const bag = new Map<string, number>();
  for (const text of texts) for (const word of splitWords(text)) add(bag, word, 1);
  return bag;
}

function rarityOf(bags: readonly (readonly string[])[]): Map<string, number> {
  const holders = new Map<string, number>();
  for (const bag of bags) for (const word of bag) add(holders, word, 1);
  return new Map([...holders].map(([word, count]) => [word, Math.log(1 + bags.length / count)]));
}

/** Repetition says ever less: the hundredth mention adds next to nothing. */
function damp(count: number): number {
  return count < 1 ? count : 1 + Math.log(count);
}

function unit(parts: Iterable<[string, number]>): Vector {
  const vector = new Map(parts);
  const length = Math.hypot(...vector.values());
  if (length > 0) for (const [word, weight] of vector) vector.set(word, weight / length);
  return vector;
}

function resemblance(domain: string, proposal: Vector, own: Vector): Resemblance {
  const parts: [string, number][] = [];
  let likeness = 0;
  for (const [word, weight] of proposal) {
    const other = own.get(word);
    if (other === undefined) continue;
    likeness += weight * other;
    parts.push([word, weight * other]);
  }
  const words = parts.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, shownWords);
  return { domain, likeness, words: words.map(([word]) => word) };
}

function add(bag: Map<string, number>, word: string, weight: number): void {
  bag.set(word, (bag.get(word) ?? 0) + weight);
}

import type { Governance } from "../../governance/model.ts";
import { type SpecificationIndex, splitWords } from "../index-spec/index.ts";
import type { DomainShares } from "./domain-pages.ts";

export interface Term {
  /** As the constitution writes it. */
  readonly text: string;
  readonly words: readonly string[];
  readonly shares: DomainShares;
  readonly rarity: number;
}

export interface TermLexicon {
  /** Every term in a row of stems, longest first and none inside another; with how often it occurs. */
  findIn(words: readonly string[]): Map<Term, number>;
}

/** Each word that a term has more makes it surer. */
const perWord = 0.35;
const mostRarity = 4;

/** The constitution's own terms, and the specification's section headings as terms of their page's domain. */
export function prepareTerms(governance: Governance, index: SpecificationIndex, pages: ReadonlyMap<string, DomainShares>): TermLexicon {
  const terms = new Map<string, { text: string; words: string[]; domains: Map<string, number>; factor: number }>();
  for (const { id, signals } of governance.domains.values()) {
    for (const text of signals.terms) {
      const words = splitWords(text);
      const key = words.join(" ");
      if (key === "") continue;
      const term = terms.get(key) ?? { text, words, domains: new Map(), factor: 1 };
      term.domains.set(id, 1);
      terms.set(key, term);
    }
  }
  for (const [key, { kind, pages: found }] of Object.entries(index.names)) {
    if (kind !== "heading" || terms.has(key)) continue;
    const [page = ""] = Object.keys(found);
    terms.set(key, { text: key, words: key.split(" "), domains: new Map(pages.get(page) ?? []), factor: headingFactor });
  }
  const rarity = prepareRarity(index);
  return matcherOf(
    [...terms.values()].map(({ text, words, domains, factor }) => ({
      text,
      words,
      shares: evenOut(domains),
      rarity: factor * rarity(words),
    })),
  );
}

/** A heading was chosen to part a page, not to tell subjects apart. */
const headingFactor = 0.5;

/** How rare a phrase is: that of its rarest word, and a little more for each further word. */
function prepareRarity(index: SpecificationIndex): (words: readonly string[]) => number {
  const pagesWith = new Map<string, number>();
  for (const { words } of Object.values(index.pages))
    for (const word of Object.keys(words)) pagesWith.set(word, (pagesWith.get(word) ?? 0) + 1);
  const all = Math.max(Object.keys(index.pages).length, 1);
  return (words) => {
    const rarest = Math.max(...words.map((word) => Math.log(1 + all / (pagesWith.get(word) ?? 2))));
    return Math.min(rarest, mostRarity) * (1 + perWord * (words.length - 1));
  };
}

function evenOut(domains: ReadonlyMap<string, number>): DomainShares {
  const total = [...domains.values()].reduce((sum, share) => sum + share, 0);
  return new Map([...domains].map(([domain, share]) => [domain, share / Math.max(total, 1)]));
}

function matcherOf(terms: readonly Term[]): TermLexicon {
  const byFirst = new Map<string, Term[]>();
  for (const term of [...terms].sort((a, b) => b.words.length - a.words.length)) {
    const first = term.words[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), term]);
  }
  return {
    findIn(words) {
      const found = new Map<Term, number>();
      for (let at = 0; at < words.length; at += 1) {
        const term = byFirst
          .get(words[at] ?? "")
          ?.find((candidate) => candidate.words.every((word, offset) => words[at + offset] === word));
        if (term === undefined) continue;
        found.set(term, (found.get(term) ?? 0) + 1);
        at += term.words.length - 1;
      }
      return found;
    },
  };
}

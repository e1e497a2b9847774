import type { Governance } from "../../governance/model.ts";
import { type SpecificationIndex, splitWords } from "../index-spec/index.ts";
import type { DomainShares } from "./domain-pages.ts";
import { type PhraseMatcher, preparePhrases } from "./phrase-matcher.ts";

export interface Term {
  /** As the constitution, or the heading, writes it. */
  readonly text: string;
  readonly shares: DomainShares;
  readonly rarity: number;
}

export type TermLexicon = PhraseMatcher<Term>;

/** Each word that a term has more makes it surer. */
const perWord = 0.35;
const mostRarity = 4;
/** A heading was chosen to part a page, not to tell subjects apart. */
const headingFactor = 0.5;

interface Draft {
  readonly text: string;
  readonly words: readonly string[];
  readonly domains: Map<string, number>;
  readonly factor: number;
}

/** The constitution's own terms, and the specification's section headings as terms of their page's domain. */
export function prepareTerms(governance: Governance, index: SpecificationIndex, pages: ReadonlyMap<string, DomainShares>): TermLexicon {
  const drafts = new Map<string, Draft>();
  const draft = (text: string, factor: number): Draft => {
    const words = splitWords(text);
    const known = drafts.get(words.join(" "));
    if (known !== undefined) return known;
    const added = { text, words, domains: new Map<string, number>(), factor };
    drafts.set(words.join(" "), added);
    return added;
  };
  for (const { id, signals } of governance.domains.values()) for (const text of signals.terms) draft(text, 1).domains.set(id, 1);
  for (const [heading, page] of Object.entries(index.headings)) {
    const { domains, factor } = draft(heading, headingFactor);
    if (factor === headingFactor) for (const [domain, share] of pages.get(page) ?? []) domains.set(domain, share);
  }
  const rarity = prepareRarity(index);
  const entries = [...drafts.values()].map(({ text, words, domains, factor }) => {
    const term: Term = { text, shares: evenOut(domains), rarity: factor * rarity(words) };
    return { words, thing: term };
  });
  return preparePhrases(entries, "apart");
}

/** How rare a phrase is: that of its rarest word, and a little more for each further word. */
function prepareRarity(index: SpecificationIndex): (words: readonly string[]) => number {
  const pagesWith = new Map<string, number>();
  for (const { words } of Object.values(index.pages)) {
    for (const word of Object.keys(words)) pagesWith.set(word, (pagesWith.get(word) ?? 0) + 1);
  }
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

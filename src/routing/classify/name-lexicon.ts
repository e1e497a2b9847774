import type { Governance } from "../../governance/model.ts";
import type { SpecificationIndex } from "../index-spec/index.ts";
import type { DomainShares } from "./domain-pages.ts";
import { preparePatterns } from "./name-patterns.ts";

export interface KnownName {
  /** Whose name it is. */
  readonly shares: DomainShares;
  /** How much a mention says: high for a name of one page, low for one that is everywhere. */
  readonly rarity: number;
}

export interface NameLexicon {
  /** What is known of a name, or of what it is made of (`result._meta.x`); null for a word that is no known name. */
  find(name: string): KnownName | null;
}

/** Pages a name is taken to be on when the index does not know it. */
const assumedPages = 3;
const mostRemembered = 20_000;

/**
 * Names by domain. A pattern of the constitution decides; without one, the pages that the index gives the name.
 * Names and patterns are compared as written: `Tool` is a type, `tool` a word.
 */
export function prepareNames(governance: Governance, index: SpecificationIndex, pages: ReadonlyMap<string, DomainShares>): NameLexicon {
  const all = Math.max(Object.keys(index.pages).length, assumedPages);
  const patterns = preparePatterns(
    [...governance.domains.values()].flatMap(({ id, signals }) => signals.names.map((pattern) => ({ pattern, owner: id }))),
  );
  const remembered = new Map<string, KnownName | null>();

  const lookUp = (name: string): KnownName | null => {
    const entry = Object.hasOwn(index.names, name) ? index.names[name] : undefined;
    const shares = evenly(patterns.ownersOf(name)) ?? (entry === undefined ? null : sharesByPage(entry.pages, pages));
    if (shares === null || shares.size === 0) return null;
    return { shares, rarity: Math.log(1 + all / (entry?.on ?? assumedPages)) };
  };

  return {
    find(name) {
      const before = remembered.get(name);
      if (before !== undefined) return before;
      const found = lookUp(name) ?? lookUpParts(name, lookUp);
      if (remembered.size < mostRemembered) remembered.set(name, found);
      return found;
    },
  };
}

/** `Implementation.keywords` and `params.taskId` show the name they hold; the last part that is known says most. */
function lookUpParts(name: string, lookUp: (name: string) => KnownName | null): KnownName | null {
  if (!name.includes(".")) return null;
  for (const part of name.split(/[.[\]?]+/).reverse()) {
    const found = isPlainWord(part) && !/^[A-Z]/.test(part) ? null : lookUp(part);
    if (found !== null) return found;
  }
  return null;
}

/** A name that prose could hold as an ordinary word: it counts only where it stands as code. */
export function isPlainWord(name: string): boolean {
  return /^(?:[A-Z]?[a-z]+|[A-Z]+)$/.test(name);
}

function evenly(domains: readonly string[]): DomainShares | null {
  return domains.length === 0 ? null : new Map(domains.map((domain) => [domain, 1 / domains.length]));
}

function sharesByPage(shares: Readonly<Record<string, number>>, pages: ReadonlyMap<string, DomainShares>): DomainShares {
  const sums = new Map<string, number>();
  for (const [page, share] of Object.entries(shares)) {
    for (const [domain, part] of pages.get(page) ?? []) sums.set(domain, (sums.get(domain) ?? 0) + share * part);
  }
  return sums;
}

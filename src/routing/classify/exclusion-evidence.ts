import type { Exclusion, Governance } from "../../governance/model.ts";
import { splitWords } from "../index-spec/index.ts";
import { describeMentions, MentionCounter, type Mentions } from "./mentions.ts";
import { type PhraseMatcher, preparePhrases } from "./phrase-matcher.ts";
import type { Piece } from "./zones.ts";

/** Something that a domain leaves out and the proposal is about, by its own words. */
export interface DomainExclusion {
  readonly domain: string;
  /** Domain that it belongs to instead; null where the constitution names none. */
  readonly insteadOf: string | null;
  readonly text: string;
  readonly line: number;
  /** The title itself says it. */
  readonly inTitle: boolean;
}

/** What charters and domains leave out, made ready to be looked for. */
export interface Exclusions {
  findForDomains(pieces: readonly Piece[]): DomainExclusion[];
  findForGroup(pieces: readonly Piece[], group: string): Exclusion[];
}

/** Mentions that weigh less are in passing: naming what a group leaves out is not yet doing it. */
const material = 4;

interface Left<Source> {
  readonly source: Source;
  readonly terms: readonly string[];
}

export function prepareExclusions(governance: Governance): Exclusions {
  const byDomains = prepareSearch(
    [...governance.domains.values()].flatMap((domain) =>
      domain.out.map(({ text, domain: insteadOf, terms }) => ({ source: { domain: domain.id, text, insteadOf }, terms })),
    ),
  );
  const byGroup = new Map(
    [...governance.groups.values()].map(({ id, excludes }) => [
      id,
      prepareSearch(excludes.map((source) => ({ source, terms: source.terms }))),
    ]),
  );
  return {
    findForDomains: (pieces) =>
      byDomains(pieces).map(({ source, term, mentions }) => ({
        ...source,
        text: `leaves out “${source.text}”; the proposal says “${term}” ${describeMentions(mentions)}`,
        line: mentions.line,
        inTitle: mentions.zones.has("title"),
      })),
    findForGroup: (pieces, group) =>
      byGroup
        .get(group)?.(pieces)
        .map(({ source }) => source) ?? [],
  };
}

interface Met<Source> {
  readonly source: Source;
  readonly term: string;
  readonly mentions: Mentions;
}

/** A search for those whose words a proposal uses in earnest: in its title or Abstract, or again and again. */
function prepareSearch<Source>(left: readonly Left<Source>[]): (pieces: readonly Piece[]) => Met<Source>[] {
  const entries = left.flatMap(({ source, terms }) => terms.map((term) => ({ words: splitWords(term), thing: { source, term } })));
  const matcher: PhraseMatcher<{ source: Source; term: string }> = preparePhrases(entries, "each");
  return (pieces) => {
    const counter = new MentionCounter<{ source: Source; term: string }>();
    for (const piece of pieces) for (const [thing, count] of matcher.findIn(piece.words)) counter.add(thing, piece, count);
    const strongest = new Map<Source, Met<Source>>();
    for (const [{ source, term }, mentions] of counter.all()) {
      if (mentions.strength < material || mentions.strength <= (strongest.get(source)?.mentions.strength ?? 0)) continue;
      strongest.set(source, { source, term, mentions });
    }
    return [...strongest.values()];
  };
}

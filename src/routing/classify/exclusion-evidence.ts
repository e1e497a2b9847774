import type { Exclusion, Governance } from "../../governance/model.ts";
import { splitWords } from "../index-spec/index.ts";
import { describeMentions, MentionCounter, type Mentions } from "./mentions.ts";
import type { Piece } from "./zones.ts";

/** Something that a charter or a domain leaves out, as phrases to look for. */
interface Excluded<Source> {
  readonly source: Source;
  readonly phrases: readonly string[];
}

export interface ExclusionMet<Source> {
  readonly source: Source;
  readonly phrase: string;
  readonly mentions: Mentions;
}

/** Mentions that weigh less are in passing: naming what a group leaves out is not yet doing it. */
const material = 4;

/** Those whose words the proposal uses in earnest: in its title or Abstract, or again and again in its Specification. */
function readExclusions<Source>(pieces: readonly Piece[], excluded: readonly Excluded<Source>[]): ExclusionMet<Source>[] {
  const mentions = new MentionCounter<string>();
  const phrases = new Set(excluded.flatMap((each) => each.phrases));
  if (phrases.size === 0) return [];
  for (const piece of pieces) {
    if (piece.form === "inline-code") continue;
    const text = ` ${splitWords(piece.text).join(" ")} `;
    for (const phrase of phrases) {
      const count = text.split(` ${splitWords(phrase).join(" ")} `).length - 1;
      if (count > 0) mentions.add(phrase, piece, count);
    }
  }
  const seen = new Map(mentions.all());
  return excluded.flatMap(({ source, phrases: own }) => {
    const strongest = own
      .flatMap((phrase) => ({ phrase, mentions: seen.get(phrase) }))
      .filter((found): found is { phrase: string; mentions: Mentions } => (found.mentions?.strength ?? 0) >= material)
      .sort((a, b) => b.mentions.strength - a.mentions.strength)[0];
    return strongest === undefined ? [] : [{ source, ...strongest }];
  });
}

/** Exclusions of a group's charter that the proposal falls under by its own words (D5). */
export function findCharterExclusions(pieces: readonly Piece[], excludes: readonly Exclusion[]): Exclusion[] {
  const found = readExclusions(
    pieces,
    excludes.map((source) => ({ source, phrases: source.terms })),
  );
  return found.map(({ source }) => source);
}

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

export function findDomainExclusions(pieces: readonly Piece[], governance: Governance): DomainExclusion[] {
  const excluded = [...governance.domains.values()].flatMap((domain) =>
    domain.out.map(({ text, domain: insteadOf, terms }) => ({ source: { domain: domain.id, text, insteadOf }, phrases: terms })),
  );
  return readExclusions(pieces, excluded).map(({ source, phrase, mentions }) => ({
    domain: source.domain,
    insteadOf: source.insteadOf,
    text: `leaves out “${source.text}”; the proposal says “${phrase}” ${describeMentions(mentions)}`,
    line: mentions.line,
    inTitle: mentions.zones.has("title"),
  }));
}

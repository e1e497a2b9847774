import { damp } from "./tally.ts";
import type { Piece, Zone } from "./zones.ts";

/** What a mention counts, by where it stands (design section 5.3): the title most, asides next to nothing. */
const zoneWeights: Record<Zone, Record<Piece["form"], number>> = {
  title: { heading: 6, prose: 6, code: 6, "inline-code": 6 },
  abstract: { heading: 1, prose: 2.5, code: 1, "inline-code": 2.5 },
  specification: { heading: 2.5, prose: 1, code: 0.6, "inline-code": 1 },
  other: { heading: 0.8, prose: 0.4, code: 0.2, "inline-code": 0.4 },
  motivation: { heading: 0.3, prose: 0.4, code: 0.1, "inline-code": 0.4 },
  rationale: { heading: 0.2, prose: 0.15, code: 0.05, "inline-code": 0.15 },
  aside: { heading: 0.1, prose: 0.1, code: 0.05, "inline-code": 0.1 },
};

export function pieceWeight({ zone, form, factor }: Piece): number {
  return zoneWeights[zone][form] * factor;
}

/** Zones in which a proposal says what it changes. */
export const specifyingZones: ReadonlySet<Zone> = new Set(["specification", "other"]);

/** Where and how often one thing is mentioned. */
export interface Mentions {
  readonly strength: number;
  /** Part of the strength that comes from what the proposal specifies. */
  readonly specified: number;
  readonly count: number;
  /** Zone that adds most. */
  readonly mostly: Zone;
  readonly zones: ReadonlySet<Zone>;
  readonly line: number;
}

/** Gathers mentions of things of any kind, piece by piece. */
export class MentionCounter<Thing> {
  readonly #seen = new Map<Thing, { line: number; count: number; weighed: Map<string, { zone: Zone; weight: number; count: number }> }>();

  add(thing: Thing, piece: Piece, count: number): void {
    const seen = this.#seen.get(thing) ?? { line: piece.line, count: 0, weighed: new Map() };
    seen.count += count;
    const weight = zoneWeights[piece.zone][piece.form];
    const key = `${piece.zone} ${piece.form}`;
    const place = seen.weighed.get(key) ?? { zone: piece.zone, weight, count: 0 };
    place.count += count * piece.factor;
    seen.weighed.set(key, place);
    this.#seen.set(thing, seen);
  }

  *all(): Iterable<[Thing, Mentions]> {
    for (const [thing, { line, count, weighed }] of this.#seen) {
      let strength = 0;
      let specified = 0;
      let most = 0;
      let mostly: Zone = "aside";
      for (const { zone, weight, count: inZone } of weighed.values()) {
        const part = weight * damp(inZone);
        strength += part;
        if (specifyingZones.has(zone)) specified += part;
        if (part <= most) continue;
        most = part;
        mostly = zone;
      }
      yield [thing, { strength, specified, count, mostly, zones: new Set([...weighed.values()].map(({ zone }) => zone)), line }];
    }
  }
}

const zoneWords: Record<Zone, string> = {
  title: "in the title",
  abstract: "in the Abstract",
  specification: "in the Specification",
  other: "in other sections",
  motivation: "in the Motivation",
  rationale: "in the Rationale",
  aside: "in passing",
};

/** `14 times, mostly in the Specification`. */
export function describeMentions({ count, mostly }: Mentions): string {
  if (count === 1) return `once, ${zoneWords[mostly]}`;
  return `${count} times, mostly ${zoneWords[mostly]}`;
}

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
  /** Number of mentions by zone. */
  readonly zones: ReadonlyMap<Zone, number>;
  readonly line: number;
}

interface Place {
  readonly zone: Zone;
  readonly weight: number;
  /** Mentions; those in parts that only illustrate count for less. */
  counted: number;
  number: number;
}

/** Gathers mentions of things of any kind, piece by piece. */
export class MentionCounter<Thing> {
  readonly #seen = new Map<Thing, { readonly line: number; readonly places: Map<string, Place> }>();

  add(thing: Thing, piece: Piece, count: number): void {
    const { zone, form, factor } = piece;
    const seen = this.#seen.get(thing) ?? { line: piece.line, places: new Map() };
    const key = `${zone} ${form}`;
    const place = seen.places.get(key) ?? { zone, weight: zoneWeights[zone][form], counted: 0, number: 0 };
    place.counted += count * factor;
    place.number += count;
    seen.places.set(key, place);
    this.#seen.set(thing, seen);
  }

  *all(): Iterable<[Thing, Mentions]> {
    for (const [thing, { line, places }] of this.#seen) {
      let strength = 0;
      let specified = 0;
      let count = 0;
      const zones = new Map<Zone, number>();
      for (const { zone, weight, counted, number } of places.values()) {
        const part = weight * damp(counted);
        strength += part;
        if (specifyingZones.has(zone)) specified += part;
        count += number;
        zones.set(zone, (zones.get(zone) ?? 0) + number);
      }
      yield [thing, { strength, specified, count, zones, line }];
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

/** `once, in the title`; `14 times, mostly in the Specification`; `14 times, once in the title`. */
export function describeMentions({ count, zones }: Mentions): string {
  const [[mostly = "aside"] = []] = [...zones].sort(([, a], [, b]) => b - a);
  if (count === 1) return `once, ${zoneWords[mostly]}`;
  if (zones.size === 1) return `${count} times ${zoneWords[mostly]}`;
  return zones.has("title") ? `${count} times, the title among them` : `${count} times, mostly ${zoneWords[mostly]}`;
}

import { pieceWeight, specifyingZones } from "./mentions.ts";
import type { SimilarityModel } from "./similarity.ts";
import type { Mark } from "./tally.ts";
import type { Piece } from "./zones.ts";

/** Only what resembles at least so much of the best resemblance counts: every text resembles every other a little. */
const floor = 0.55;
const pointsOfIdentity = 100;

/**
 * How like the proposal reads to each domain's own pages and charters. `where` names what is read, for people; null where
 * nobody will be told, which saves the search for the words that say most.
 */
export function readSimilarity(pieces: readonly Piece[], model: SimilarityModel, where: string | null): Mark[] {
  const isSpecified = pieces.every(({ zone }) => specifyingZones.has(zone));
  const bag = new Map<string, number>();
  for (const piece of pieces) {
    const weight = pieceWeight(piece);
    for (const word of piece.words) bag.set(word, (bag.get(word) ?? 0) + weight);
  }
  const { likeness, explain } = model.compare(bag);
  const best = Math.max(0, ...likeness.values());
  const marks: Mark[] = [];
  for (const [domain, found] of likeness) {
    if (found <= floor * best) continue;
    const words = where === null ? "" : explain(domain).join(", ");
    const text = `words of ${where} resemble the domain's pages and charters (${found.toFixed(2)}): ${words}`;
    const points = pointsOfIdentity * (found - floor * best);
    marks.push({ domain, kind: "similarity", text, points, specified: isSpecified ? points : 0, line: null });
  }
  return marks;
}

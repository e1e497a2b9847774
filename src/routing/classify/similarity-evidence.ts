import { splitWords } from "../index-spec/index.ts";
import { pieceWeight } from "./mentions.ts";
import type { Resemblance, SimilarityModel } from "./similarity.ts";
import type { Mark } from "./tally.ts";
import type { Piece } from "./zones.ts";

/** Only what resembles at least so much of the best resemblance counts: every text resembles every other a little. */
const floor = 0.55;
const pointsOfIdentity = 100;

/** How like the proposal reads to each domain's own pages and charters. */
export function readSimilarity(pieces: readonly Piece[], model: SimilarityModel, where: string): Mark[] {
  const bag = new Map<string, number>();
  for (const piece of pieces) {
    if (piece.form === "inline-code") continue;
    const weight = pieceWeight(piece);
    for (const word of splitWords(piece.text)) bag.set(word, (bag.get(word) ?? 0) + weight);
  }
  const found = model.compare(bag);
  const best = Math.max(0, ...found.map(({ likeness }) => likeness));
  return found
    .filter(({ likeness }) => likeness > floor * best)
    .map(({ domain, likeness, words }: Resemblance) => ({
      domain,
      kind: "similarity",
      text: `${where} reads like its pages and charters (${likeness.toFixed(2)}), by words such as ${words.join(", ")}`,
      points: pointsOfIdentity * (likeness - floor * best),
      line: null,
    }));
}

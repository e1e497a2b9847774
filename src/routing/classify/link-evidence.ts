import type { DocumentLink, ProposalDocument } from "../../domain/proposal-document.ts";
import { pagesMeantBy } from "../index-spec/index.ts";
import type { DomainShares } from "./domain-pages.ts";
import { describeMentions, MentionCounter } from "./mentions.ts";
import type { Mark } from "./tally.ts";
import type { Piece } from "./zones.ts";

/** A link to a page says where the text stands that the proposal speaks of; about as much as a name of that page. */
const pointsOfLink = 3.5;

/** Pages of the specification that a proposal links to, each weighed by where the link stands. `owner` is the repository's. */
export function readLinks(
  document: ProposalDocument,
  pieces: readonly Piece[],
  pages: ReadonlyMap<string, DomainShares>,
  owner: string,
): Mark[] {
  const mentions = new MentionCounter<string>();
  const places = pieces.filter(({ form }) => form === "prose");
  for (const link of document.links) {
    const page = pagesMeantBy(link.url, owner).find((path) => pages.has(path));
    const piece = page === undefined ? undefined : pieceAt(places, link);
    if (page !== undefined && piece !== undefined) mentions.add(page, piece, 1);
  }
  const marks: Mark[] = [];
  for (const [page, seen] of mentions.all()) {
    for (const [domain, share] of pages.get(page) ?? []) {
      const worth = pointsOfLink * share;
      const text = `links to \`${page}\` ${describeMentions(seen)}`;
      marks.push({ domain, kind: "vocabulary", text, points: seen.strength * worth, specified: seen.specified * worth, line: seen.line });
    }
  }
  return marks;
}

/** The last piece that begins before the link. */
function pieceAt(places: readonly Piece[], { line }: DocumentLink): Piece | undefined {
  return places.findLast((piece) => piece.line <= line);
}

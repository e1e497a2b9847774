import type { ProposalDocument } from "../../domain/proposal-document.ts";

/** Where a sentence stands; what a proposal says of itself in passing is left out. */
export type Place = "title" | "abstract" | "specification" | "compatibility";

export interface Sentence {
  readonly place: Place;
  readonly text: string;
  readonly line: number;
}

/** Longer texts are cut: no honest proposal hides its effect so far down. */
const mostCharacters = 300_000;
const longest = 1_000;
/** Tells of other ways, of today, or of something else: not what this proposal does. */
const beside =
  /\b(?:alternatives?|examples?|future|current(?:ly)?|background|non-?goals|out of scope|rejected|open questions?|rationale)\b/i;

/** Ends of sentences and blocks. A line that goes on in lower case was only wrapped; one with a capital is the next list item. */
const apart = /(?<=[.!?;:])\s+|\n\s*\n|\n(?=\p{Lu})/u;

/** The sentences in which a proposal says what it changes, in its own order. */
export function readSentences(document: ProposalDocument): Sentence[] {
  const sentences: Sentence[] = [];
  if (document.title !== null) sentences.push({ place: "title", text: document.title, line: 1 });
  const hasSpecification = document.sections.some(({ kind }) => kind === "specification");
  let left = mostCharacters;
  for (const { kind, heading, level, prose, line } of document.sections) {
    const place = placeOf(kind, hasSpecification && level > 1);
    if (place === null || left <= 0 || beside.test(heading)) continue;
    if (place === "specification") sentences.push({ place, text: heading, line });
    for (const text of prose.slice(0, left).split(apart)) {
      if (text.trim() !== "") sentences.push({ place, text: text.trim().slice(0, longest), line });
    }
    left -= prose.length;
  }
  return sentences;
}

function placeOf(kind: ProposalDocument["sections"][number]["kind"], hasSpecification: boolean): Place | null {
  switch (kind) {
    case "abstract":
    case "specification":
      return kind;
    case "backward-compatibility":
      return "compatibility";
    case null:
      return hasSpecification ? null : "specification";
    default:
      return null;
  }
}

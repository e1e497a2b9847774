import type { ProposalDocument, Section } from "../../domain/proposal-document.ts";
import { splitWords } from "../index-spec/index.ts";

/** Where in a proposal something stands: what a part says about the subject depends on it. */
const zones = ["title", "abstract", "specification", "other", "motivation", "rationale", "aside"] as const;
export type Zone = (typeof zones)[number];

/** A stretch of one kind of text in one zone. */
export interface Piece {
  readonly zone: Zone;
  readonly form: "heading" | "prose" | "code" | "inline-code";
  readonly text: string;
  /** Its words as stems; none for inline code, which prose repeats. */
  readonly words: readonly string[];
  readonly line: number;
  /** 1, or less where a part of a zone only illustrates. */
  readonly factor: number;
  /** Heading of the part of the specification it stands in; null elsewhere. */
  readonly part: string | null;
}

export interface Pieces {
  readonly pieces: readonly Piece[];
  /** The text was too long to be read whole. */
  readonly isCut: boolean;
}

/** Says what is not part of the proposal; a word that stands here is no sign of its subject. */
const notProposed =
  /\b(?:non-?goals?|out of scope|not (?:specified|in scope|covered)|related (?:work|seps?|proposals?|issues)|references|acknowledge?ments?|further reading|change ?log|prior art|see also)\b/i;
/** Illustrates, compares or looks ahead: such a part of a specification counts for less. */
const illustrates =
  /\b(?:examples?|use cases?|alternatives?|future|non-?normative|informative|background|current(?:ly)?|today|problem|relationships? (?:to|with)|interactions? with|comparison|overview of existing|security|privacy|why|open questions?|unresolved|faq|migration|testing|test plan|performance|appendix|reference implementation|implementation (?:notes|guidance|plan))\b/i;
const illustratingFactor = 0.35;

/** Says of something that it stays as it is, so that naming it is no sign of the subject. */
const disclaimer =
  /\b(?:(?:does|do|did|is|are|will|would|shall|should|must) not|doesn't|don't|isn't|aren't|without|no)\b[^.;:]{0,30}\b(?:chang|modif|alter|introduc|defin|add|affect|propos|replac|touch|specif|cover|address|attempt|mandat|standardi[sz]e|part of)\w*|\bunchanged\b|\bunaffected\b|\bout of scope\b|\bremains? (?:the same|as (?:is|it is|they are))\b/i;

/** Longer texts are cut: what a proposal is about shows long before. */
const mostCharacters = 400_000;

/** The parts of a proposal that can show what it is about; preamble and what it excludes itself are left out. */
export function readPieces(document: ProposalDocument): Pieces {
  const hasSpecification = document.sections.some(({ kind }) => kind === "specification");
  const pieces: Piece[] = [];
  const add = (piece: Omit<Piece, "words">): void => {
    if (piece.text !== "") pieces.push({ ...piece, words: piece.form === "inline-code" ? [] : splitWords(piece.text) });
  };
  if (document.title !== null) add({ zone: "title", form: "heading", text: document.title, line: 1, factor: 1, part: null });
  let left = mostCharacters;
  const said = new Set<string>();
  let quiet: { level: number; factor: number } | null = null;
  let part: string | null = null;
  for (const section of document.sections) {
    if (quiet !== null && section.level <= quiet.level) quiet = null;
    if (quiet === null) quiet = quietFrom(section);
    const factor = quiet?.factor ?? 1;
    if (factor === 0 || left <= 0) continue;
    const zone = zoneOf(section, hasSpecification);
    part = partOf(section, zone, part);
    const place = { zone, line: section.line, factor, part };
    if (section.level > (section.kind === null ? 1 : 2)) add({ ...place, form: "heading", text: section.heading });
    const prose = tellingProse(section.prose.slice(0, left), said);
    add({ ...place, form: "prose", text: prose });
    add({ ...place, form: "inline-code", text: section.inlineCode.filter((code) => prose.includes(code)).join("\n") });
    left -= section.prose.length;
    for (const { text, line } of section.code) {
      add({ ...place, form: "code", text: withoutComments(text.slice(0, Math.max(left, 0))), line });
      left -= text.length;
    }
  }
  return { pieces, isCut: left <= 0 };
}

/** Parts are what the specification's own headings part; what stands deeper belongs to the part above. */
function partOf({ level, heading }: Section, zone: Zone, above: string | null): string | null {
  if (zone !== "specification") return null;
  return level <= 3 || above === null ? heading : above;
}

/** The sentences that bind, of what the proposal specifies: whatever else is said, these are what it would change. */
export function readNormativePieces(document: ProposalDocument): Piece[] {
  let left = mostCharacters;
  const said = new Set<string>();
  return document.normative.flatMap(({ text, line, section }): Piece[] => {
    left -= text.length;
    if (left < 0 || (section !== "specification" && section !== null) || said.has(text)) return [];
    said.add(text);
    return [{ zone: "specification", form: "prose", text, words: splitWords(text), line, factor: 1, part: null }];
  });
}

function quietFrom(section: Section): { level: number; factor: number } | null {
  if (notProposed.test(section.heading)) return { level: section.level, factor: 0 };
  if (section.level > 2 && illustrates.test(section.heading)) return { level: section.level, factor: illustratingFactor };
  return null;
}

function zoneOf(section: Section, hasSpecification: boolean): Zone {
  switch (section.kind) {
    case "abstract":
    case "specification":
    case "motivation":
    case "rationale":
      return section.kind;
    case null:
      if (illustrates.test(section.heading)) return "aside";
      return hasSpecification ? "other" : "specification";
    default:
      return "aside";
  }
}

/** Ends of sentences and blocks. A line that goes on in lower case was only wrapped; one with a capital is the next list item. */
const apart = /(?<=[.!?;])\s+|\n\s*\n|\n(?=\p{Lu})/u;

/** `(e.g., …)`: an example is no sign of the subject. */
const example = /\((?:e\.g\.|for example|for instance|such as|like)[^()]{0,300}\)/gi;

/** Prose without examples in brackets, without what it disclaims, and without what was said before in the same words. */
function tellingProse(prose: string, said: Set<string>): string {
  return prose
    .replace(example, " ")
    .split(apart)
    .filter((sentence) => {
      const isNew = !said.has(sentence);
      said.add(sentence);
      return isNew && !disclaimer.test(sentence);
    })
    .join("\n");
}

/** Comments in code explain or distract; what the code declares stands outside them. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|(?<![:"'])\/\/.*$|^\s*#.*$/gm, " ");
}

import type { Nodes } from "mdast";
import type { SectionKind } from "../../domain/proposal-vocabulary.ts";
import type { Part } from "../outline.ts";
import { sectionKindOf } from "../section-kind.ts";
import { textOf } from "../text-of.ts";
import { visibleHtml } from "../visible-html.ts";
import { foldLookalikes, hasForeignCapitals } from "./lookalikes.ts";
import { readHtml } from "./read-html.ts";

/** A heading's part and how it counts. */
export interface RankedPart {
  readonly part: Part;
  /** The nearest normative kind above or at it; without one, the nearest kind. */
  readonly kind: SectionKind | null;
  /** It stands in a section that counts whole (X1). */
  readonly isNormative: boolean;
  /** What it is without a Specification in the file: Abstract, Motivation and the like. */
  readonly isEditorial: boolean;
}

function isNormativeKind(kind: SectionKind | null): kind is SectionKind {
  return kind === "specification" || kind === "backward-compatibility" || kind === "security-implications";
}

/** The normative kind that a reader takes words for, whatever letters they are written with. */
function normativeKindOf(words: string): SectionKind | null {
  const kind = sectionKindOf(words);
  if (isNormativeKind(kind)) return kind;
  const looksLike = sectionKindOf(foldLookalikes(words));
  return isNormativeKind(looksLike) ? looksLike : null;
}

/** Parts with their kinds. What stands below a normative heading is normative whatever it is called. */
export function rankParts(parts: readonly Part[]): readonly RankedPart[] {
  const open: { level: number; kind: SectionKind | null; isNormative: boolean }[] = [];
  return parts.map((part) => {
    const { heading } = part;
    if (heading === null) return { part, kind: null, isNormative: false, isEditorial: false };
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const above = open.at(-1);
    const normative = normativeKindOf(heading.text);
    const isNormative = normative !== null || above?.isNormative === true || hasForeignCapitals(heading.text);
    const nearest = above?.isNormative ? above.kind : (sectionKindOf(heading.text) ?? above?.kind ?? null);
    const kind = normative ?? nearest;
    open.push({ level: heading.level, kind, isNormative });
    return { part, kind, isNormative, isEditorial: kind !== null && !isNormative };
  });
}

/** A Specification that says something. */
export function hasSpecification(parts: readonly RankedPart[]): boolean {
  return parts.some(({ part, kind }) => kind === "specification" && part.blocks.some(saysSomething));
}

function saysSomething(block: Nodes): boolean {
  if (block.type === "html") return readHtml(block.value).pieces.some(({ text }) => text.trim() !== "");
  return block.type !== "thematicBreak";
}

/** True where a block looks to a reader like the heading of a normative section, without being one in Markdown. */
export function opensNormativeSection(block: Nodes): boolean {
  switch (block.type) {
    case "html":
      return visibleLines(block.value).some((words) => normativeKindOf(words) !== null);
    case "heading":
      return normativeKindOf(textOf(block)) !== null;
    case "paragraph": {
      const [first] = block.children;
      const isBold = first?.type === "strong" || first?.type === "emphasis";
      return normativeKindOf(textOf(block).trim()) !== null || (isBold && normativeKindOf(textOf(first).trim()) !== null);
    }
    case "blockquote":
    case "list":
    case "listItem":
      return block.children.some(opensNormativeSection);
    default:
      return false;
  }
}

function visibleLines(html: string): readonly string[] {
  return visibleHtml(html.replace(/<\/?[a-z][^>]*>/gi, "\n"))
    .split("\n")
    .map((words) => words.trim());
}

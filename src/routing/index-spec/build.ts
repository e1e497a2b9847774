import type { SourceFile } from "../../domain/source-file.ts";
import { compareText, orderedRecord } from "./order.ts";
import { type PageContent, parsePage } from "./page-content.ts";
import { normalisePagePath } from "./page-path.ts";
import { placeNames } from "./place-names.ts";
import { readSchemaTypes } from "./schema-names.ts";
import type { SpecificationIndex } from "./specification-index.ts";
import { splitWords } from "./words.ts";

const headingWeight = 3;
/** Sections elsewhere (guides, charters) are parted by words that any text may use. */
const specificationFolder = "docs/specification/";

/**
 * Builds the vocabulary of a specification from its pages (paths relative to the checkout) and its JSON Schema.
 * Pure, and the same whatever the order of the pages.
 */
export function buildSpecificationIndex(pages: readonly SourceFile[], schema: unknown): SpecificationIndex {
  const contents = pages
    .map(({ path, text }): [string, PageContent] => [normalisePagePath(path), parsePage(text)])
    .sort(([a], [b]) => compareText(a, b));
  const types = readSchemaTypes(schema);
  const names = [...placeNames(contents, types)].map(([name, placed]) => [name, { ...placed, pages: rounded(placed.pages) }] as const);
  return {
    version: 1,
    pages: orderedRecord(contents.map(([path, content]) => [path, { title: titleOf(content), words: bagOf(content) }])),
    names: orderedRecord(names),
    headings: orderedRecord(ownHeadings(contents)),
    types: orderedRecord(types.map(({ name, fields }) => [name, fields.toSorted(compareText)])),
  };
}

/** Headings of two to five words that only one page has. */
function ownHeadings(contents: readonly (readonly [string, PageContent])[]): [string, string][] {
  const found = new Map<string, { heading: string; pages: Set<string> }>();
  for (const [path, { headings }] of contents) {
    if (!path.startsWith(specificationFolder)) continue;
    for (const heading of headings) {
      const words = splitWords(heading);
      if (words.length < 2 || words.length > 5) continue;
      const entry = found.get(words.join(" ")) ?? { heading, pages: new Set() };
      entry.pages.add(path);
      found.set(words.join(" "), entry);
    }
  }
  return [...found.values()].flatMap(({ heading, pages }): [string, string][] => {
    const [page, other] = pages;
    return page === undefined || other !== undefined ? [] : [[heading, page]];
  });
}

function titleOf(content: PageContent): string {
  return content.title === "" ? (content.headings[0] ?? "") : content.title;
}

function bagOf(content: PageContent): Record<string, number> {
  const bag = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const word of splitWords(text)) bag.set(word, (bag.get(word) ?? 0) + weight);
  };
  for (const heading of [content.title, ...content.headings]) add(heading, headingWeight);
  for (const text of [...content.prose, ...content.inlineCode, ...content.code]) add(text, 1);
  return orderedRecord(bag);
}

function rounded(shares: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...shares].map(([page, share]) => [page, Math.round(share * 100) / 100]));
}

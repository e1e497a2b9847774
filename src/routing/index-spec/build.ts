import type { SourceFile } from "../../domain/source-file.ts";
import { type PageContent, parsePage } from "./page-content.ts";
import { kindOfMethod, namesOnPage } from "./page-names.ts";
import { normalisePagePath } from "./page-path.ts";
import { readSchemaTypes, type SchemaType } from "./schema-names.ts";
import type { NameKind, SpecificationIndex } from "./specification-index.ts";
import { splitWords } from "./words.ts";

/** A field that more types than this hold says nothing about any of them. */
const mostTypesOfField = 6;
const headingWeight = 3;
/** Sections elsewhere (guides, charters) are parted by words that any text may use. */
const specificationFolder = "docs/specification/";
/** A name that also leads the page's file name belongs there before all others: `tools/list` to `tools.mdx`. */
const ownPageFactor = 4;
const smallestShare = 0.05;
const mostPagesOfName = 5;

type Shares = Map<string, number>;

interface Placed {
  readonly kind: NameKind;
  /** Number of pages it occurs on. */
  readonly on: number;
  readonly pages: Shares;
}

/**
 * Builds the vocabulary of a specification from its pages (paths relative to the checkout) and its JSON Schema.
 * Pure, and the same whatever the order of the pages.
 */
export function buildSpecificationIndex(pages: readonly SourceFile[], schema: unknown): SpecificationIndex {
  const contents = pages
    .map(({ path, text }): [string, PageContent] => [normalisePagePath(path), parsePage(text)])
    .sort(([a], [b]) => compare(a, b));
  const types = readSchemaTypes(schema);
  const known = knownNames(types);
  const weights = new Map<string, { kind: NameKind; pages: Shares }>();
  for (const [path, content] of contents) {
    for (const [name, { kind, weight }] of namesOnPage(content, known)) {
      const entry = weights.get(name) ?? { kind, pages: new Map() };
      entry.pages.set(path, Math.log1p(weight) * (leads(name, path) ? ownPageFactor : 1));
      weights.set(name, entry);
    }
    if (path.startsWith(specificationFolder)) for (const heading of content.headings) addHeading(weights, heading, path);
  }
  const shares = new Map<string, Placed>(
    [...weights].map(([name, { kind, pages: found }]) => [name, { kind, on: found.size, pages: toShares(found) }]),
  );
  inheritFromMessages(shares, types);
  inheritFromNeighbours(shares, types);
  return {
    version: 1,
    pages: Object.fromEntries(contents.map(([path, content]) => [path, { title: titleOf(content), words: bagOf(content) }])),
    names: Object.fromEntries(
      [...shares]
        .filter(([, { kind, pages: found }]) => found.size > 0 && (kind !== "heading" || found.size === 1))
        .sort(([a], [b]) => compare(a, b))
        .map(([name, { kind, on, pages: found }]) => [name, { kind, on, pages: rounded(found) }]),
    ),
    types: Object.fromEntries(
      types.map(({ name, fields }): [string, string[]] => [name, [...fields].sort(compare)]).sort(([a], [b]) => compare(a, b)),
    ),
  };
}

function knownNames(types: readonly SchemaType[]): Map<string, NameKind> {
  const known = new Map<string, NameKind>();
  const holders = new Map<string, number>();
  for (const { fields } of types) for (const field of fields) holders.set(field, (holders.get(field) ?? 0) + 1);
  // A field written as a plain English word (`name`, `data`) cannot be told from prose about something else.
  for (const [field, count] of holders) if (count <= mostTypesOfField && /[a-z][A-Z]|_/.test(field)) known.set(field, "field");
  for (const { name, method } of types) {
    known.set(name, "type");
    if (method !== null) known.set(method, kindOfMethod(method));
  }
  return known;
}

function leads(name: string, path: string): boolean {
  const file =
    path
      .replace(/(?:\/index)?\.mdx?$/, "")
      .split("/")
      .at(-1) ?? "";
  const lead = name.replace(/^notifications\//, "").split("/")[0] ?? "";
  return splitWords(file).join(" ") === splitWords(lead).join(" ");
}

function addHeading(weights: Map<string, { kind: NameKind; pages: Shares }>, heading: string, path: string): void {
  const words = splitWords(heading);
  if (words.length < 2 || words.length > 5) return;
  const phrase = words.join(" ");
  const entry = weights.get(phrase) ?? { kind: "heading", pages: new Map() };
  entry.pages.set(path, 1);
  weights.set(phrase, entry);
}

/** Shares add up to 1; what is squared falls off faster, so that a definition outweighs many mentions elsewhere. */
function toShares(weights: ReadonlyMap<string, number>): Shares {
  const squares = [...weights].map(([page, weight]): [string, number] => [page, weight * weight]);
  const total = squares.reduce((sum, [, square]) => sum + square, 0);
  const kept = squares
    .filter(([, square]) => square / total >= smallestShare)
    .sort(([a, x], [b, y]) => y - x || compare(a, b))
    .slice(0, mostPagesOfName);
  return normalise(kept);
}

function normalise(parts: readonly (readonly [string, number])[]): Shares {
  const total = parts.reduce((sum, [, part]) => sum + part, 0);
  return new Map(parts.map(([page, part]) => [page, part / total]));
}

/** A message type stands where its method stands, even when no page spells the type out. */
function inheritFromMessages(shares: Map<string, Placed>, types: readonly SchemaType[]): void {
  const methods = new Map(types.flatMap(({ name, method }) => (method === null ? [] : [[family(name), method] as const])));
  for (const { name } of types) {
    const method = methods.get(family(name));
    const message = method === undefined ? undefined : shares.get(method);
    if (message !== undefined) shares.set(name, { kind: "type", on: shares.get(name)?.on ?? 1, pages: message.pages });
  }
}

/** `CallToolRequest`, `CallToolRequestParams` and `CallToolResult` are one family. */
function family(type: string): string {
  return type.replace(/(?:Request|Notification)?(?:Params|MetaObject)?$|Result(?:Response|MetaObject)?$/g, "");
}

/** A type that no page names belongs where the types that use it belong, else where those it uses belong. */
function inheritFromNeighbours(shares: Map<string, Placed>, types: readonly SchemaType[]): void {
  const users = new Map<string, string[]>();
  for (const { name, refers } of types) for (const other of refers) users.set(other, [...(users.get(other) ?? []), name]);
  for (let round = 0; round < 3; round += 1) {
    for (const { name, refers } of types) {
      if (shares.has(name)) continue;
      const near = [users.get(name) ?? [], refers].map((names) => names.flatMap((other) => [...(shares.get(other)?.pages ?? [])]));
      const parts = near.find((candidates) => candidates.length > 0);
      if (parts !== undefined) shares.set(name, { kind: "type", on: 1, pages: merge(parts) });
    }
  }
}

function merge(parts: readonly (readonly [string, number])[]): Shares {
  const sums = new Map<string, number>();
  for (const [page, part] of parts) sums.set(page, (sums.get(page) ?? 0) + part);
  return toShares(sums);
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
  return Object.fromEntries([...bag].sort(([a], [b]) => compare(a, b)));
}

function rounded(shares: Shares): Record<string, number> {
  return Object.fromEntries([...shares].map(([page, share]) => [page, Math.round(share * 100) / 100]));
}

/** By code unit: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

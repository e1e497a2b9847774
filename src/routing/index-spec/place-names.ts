import { compareText } from "./order.ts";
import type { PageContent } from "./page-content.ts";
import { kindOfMethod, namesOnPage } from "./page-names.ts";
import type { SchemaType } from "./schema-names.ts";
import type { NameKind } from "./specification-index.ts";
import { splitWords } from "./words.ts";

/** Where a name belongs. */
export interface PlacedName {
  readonly kind: NameKind;
  /** Number of pages it occurs on. */
  readonly on: number;
  /** Page to share; the shares add up to 1. */
  readonly pages: ReadonlyMap<string, number>;
}

/** A field that more types than this hold says nothing about any of them. */
const mostTypesOfField = 6;
/** A name that also leads the page's file name belongs there before all others: `tools/list` to `tools.mdx`. */
const ownPageFactor = 4;
const smallestShare = 0.05;
const mostPagesOfName = 5;

/** Gives every name of pages and schema its pages: by definition and mention, else by the types it stands beside. */
export function placeNames(contents: readonly (readonly [string, PageContent])[], types: readonly SchemaType[]): Map<string, PlacedName> {
  const known = knownNames(types);
  const weights = new Map<string, { kind: NameKind; pages: Map<string, number> }>();
  for (const [path, content] of contents) {
    for (const [name, { kind, weight }] of namesOnPage(content, known)) {
      const entry = weights.get(name) ?? { kind, pages: new Map() };
      entry.pages.set(path, Math.log1p(weight) * (leads(name, path) ? ownPageFactor : 1));
      weights.set(name, entry);
    }
  }
  const placed = new Map<string, PlacedName>();
  for (const [name, { kind, pages }] of weights) placed.set(name, { kind, on: pages.size, pages: toShares(pages) });
  inheritFromMessages(placed, types);
  inheritFromNeighbours(placed, types);
  return placed;
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

/** What is squared falls off faster, so that a definition outweighs many mentions elsewhere. */
function toShares(weights: ReadonlyMap<string, number>): Map<string, number> {
  const squares = [...weights].map(([page, weight]): [string, number] => [page, weight * weight]);
  const total = sumOf(squares);
  const kept = squares
    .filter(([, square]) => square / total >= smallestShare)
    .sort(([a, x], [b, y]) => y - x || compareText(a, b))
    .slice(0, mostPagesOfName);
  const keptTotal = sumOf(kept);
  return new Map(kept.map(([page, square]) => [page, square / keptTotal]));
}

function sumOf(parts: readonly (readonly [string, number])[]): number {
  return parts.reduce((sum, [, part]) => sum + part, 0);
}

/** A message type stands where its method stands, even when no page spells the type out. */
function inheritFromMessages(placed: Map<string, PlacedName>, types: readonly SchemaType[]): void {
  const methods = new Map(types.flatMap(({ name, method }) => (method === null ? [] : [[family(name), method] as const])));
  for (const { name } of types) {
    const message = placed.get(methods.get(family(name)) ?? "");
    if (message !== undefined) placed.set(name, { kind: "type", on: placed.get(name)?.on ?? 1, pages: message.pages });
  }
}

/** `CallToolRequest`, `CallToolRequestParams` and `CallToolResult` are one family. */
function family(type: string): string {
  return type.replace(/(?:Request|Notification)?(?:Params|MetaObject)?$|Result(?:Response|MetaObject)?$/g, "");
}

/** A type that no page names belongs where the types that use it belong, else where those it uses belong. */
function inheritFromNeighbours(placed: Map<string, PlacedName>, types: readonly SchemaType[]): void {
  const users = new Map<string, string[]>();
  for (const { name, refers } of types) for (const other of refers) users.set(other, [...(users.get(other) ?? []), name]);
  // Neighbours of neighbours of neighbours: no type of a real schema is further from one that a page names.
  for (let round = 0; round < 3; round += 1) {
    for (const { name, refers } of types) {
      if (placed.has(name)) continue;
      const pages = mergeShares(users.get(name) ?? [], placed) ?? mergeShares(refers, placed);
      if (pages !== null) placed.set(name, { kind: "type", on: 1, pages });
    }
  }
}

function mergeShares(names: readonly string[], placed: ReadonlyMap<string, PlacedName>): Map<string, number> | null {
  const sums = new Map<string, number>();
  for (const name of names) {
    for (const [page, share] of placed.get(name)?.pages ?? []) sums.set(page, (sums.get(page) ?? 0) + share);
  }
  return sums.size === 0 ? null : toShares(sums);
}

import { Problem } from "./problem.ts";

/** The arguments that every connection takes. `measure` has seen to it that one of the sizes is there, from 1 to 100. */
export interface PageArgs {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** Where an item stands in its list: it stays there when others come and go. */
export type Place = readonly (number | string)[];

/** A list in order, and each item's place. */
export interface Listing<T> {
  readonly items: readonly T[];
  readonly placeOf: (item: T, index: number) => Place;
  /** Places fall along the list instead of rising. */
  readonly descending?: boolean;
}

export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/** Cuts a page out of a list by cursors, as the Relay specification says. */
export function connect<T>(listing: Listing<T>, { first, last, after, before }: PageArgs): Connection<T> {
  const direction = listing.descending ? -1 : 1;
  const all = listing.items.map((node, index) => ({ node, place: listing.placeOf(node, index) }));
  const afterPlace = after ? readCursor(after) : null;
  const beforePlace = before ? readCursor(before) : null;
  const inside = all.filter(
    ({ place }) =>
      (afterPlace === null || comparePlaces(place, afterPlace) * direction > 0) &&
      (beforePlace === null || comparePlaces(place, beforePlace) * direction < 0),
  );
  const cut = typeof first === "number" ? inside.slice(0, first) : inside;
  const page = typeof last === "number" ? cut.slice(Math.max(0, cut.length - last)) : cut;
  const edges = page.map(({ node, place }) => ({ cursor: writeCursor(place), node }));
  return {
    nodes: page.map(({ node }) => node),
    edges,
    pageInfo: {
      hasNextPage: typeof first === "number" && inside.length > first,
      hasPreviousPage: typeof last === "number" ? cut.length > last : afterPlace !== null && inside.length < all.length,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: all.length,
  };
}

/** A page of what is found step by step, walking no further than the page needs; the count is made only if it is asked for. */
export function connectWalk<T, Step>(walk: () => Iterable<Step>, nodeOf: (step: Step) => T, page: PageArgs) {
  const { first, last, after, before } = page;
  const [start = -1] = after ? readCursor(after) : [];
  const fromStart = typeof first === "number" && typeof last !== "number" && !before && typeof start === "number";
  const steps: Step[] = [];
  for (const step of walk()) {
    steps.push(step);
    if (fromStart && steps.length > start + 1 + first) break;
  }
  const { totalCount: _, ...cut } = connect(inOrder(steps.map(nodeOf)), page);
  return { ...cut, totalCount: () => [...walk()].length };
}

/** For lists that only grow at the end, or that are read in one go. */
export function inOrder<T>(items: readonly T[]): Listing<T> {
  return { items, placeOf: (_, index) => [index] };
}

/** For lists of things with ids, which grow as things are made. */
export function byId<T extends { readonly id: number }>(items: Iterable<T>): Listing<T> {
  return { items: [...items].sort((a, b) => a.id - b.id), placeOf: ({ id }) => [id] };
}

/** Sorts by a value and then by id; what GraphQL calls `orderBy`. */
export function orderedBy<T>(items: Iterable<T>, placeOf: (item: T) => Place, direction: "ASC" | "DESC"): Listing<T> {
  const descending = direction === "DESC";
  const sorted = [...items].sort((a, b) => comparePlaces(placeOf(a), placeOf(b)) * (descending ? -1 : 1));
  return { items: sorted, placeOf, descending };
}

function comparePlaces(a: Place, b: Place): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    if (left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}

const prefix = "cursor:v2:";

function writeCursor(place: Place): string {
  return Buffer.from(prefix + JSON.stringify(place)).toString("base64");
}

function readCursor(cursor: string): Place {
  const text = Buffer.from(cursor, "base64").toString("utf8");
  try {
    const place: unknown = text.startsWith(prefix) ? JSON.parse(text.slice(prefix.length)) : null;
    if (Array.isArray(place) && place.every((part) => typeof part === "number" || typeof part === "string")) return place;
  } catch {
    // Not one of ours: refused below.
  }
  throw new Problem("INVALID_CURSOR_ARGUMENTS", `\`${cursor}\` does not appear to be a valid cursor.`);
}

import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Connection, connect, connectWalk, inOrder, orderedBy, type PageArgs } from "./connection.ts";

const numbers = fc.uniqueArray(fc.nat(50), { maxLength: 12 });
const size = fc.integer({ min: 1, max: 5 });
const direction = fc.constantFrom("ASC", "DESC");

/** Follows the cursors to the end, and gives the pages. */
function walk(read: (page: PageArgs) => Connection<number>, way: "forth" | "back", size: number): number[][] {
  const pages: number[][] = [];
  let cursor: string | null = null;
  do {
    const page: Connection<number> = read(way === "forth" ? { first: size, after: cursor } : { last: size, before: cursor });
    pages.push([...page.nodes]);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    cursor = way === "forth" ? (hasNextPage ? endCursor : null) : hasPreviousPage ? startCursor : null;
  } while (cursor !== null);
  return pages;
}

test("pages give every item once and in order, all but the last are full, and none is empty without need", () => {
  fc.assert(
    fc.property(numbers, size, direction, (items, size, direction) => {
      const listing = orderedBy(items, (item) => [item], direction);

      const forth = walk((page) => connect(listing, page), "forth", size);
      const back = walk((page) => connect(listing, page), "back", size);

      const sorted = items.toSorted((a, b) => (direction === "ASC" ? a - b : b - a));
      expect(forth.flat()).toEqual(sorted);
      expect(back.toReversed().flat()).toEqual(sorted);
      for (const pages of [forth, back]) {
        expect(pages.length).toBe(Math.max(1, Math.ceil(items.length / size)));
        expect(pages.slice(0, -1).every((page) => page.length === size)).toBe(true);
      }
    }),
  );
});

test("a cursor holds its place when its item is gone, and shows what came behind it", () => {
  fc.assert(
    fc.property(numbers, fc.nat(50), direction, (items, at, direction) => {
      const listing = (list: readonly number[]) => orderedBy(list, (item) => [item], direction);
      const cursor = connect(listing([at]), { first: 1 }).pageInfo.endCursor;

      const { nodes } = connect(listing(items.filter((item) => item !== at)), { first: 100, after: cursor });

      expect(nodes.every((item) => (direction === "ASC" ? item > at : item < at))).toBe(true);
      expect(nodes.length).toBe(items.filter((item) => (direction === "ASC" ? item > at : item < at)).length);
    }),
  );
});

test("what is found step by step is paged the same way, and no further than needed", () => {
  fc.assert(
    fc.property(numbers, size, (items, size) => {
      let steps = 0;
      const found = function* () {
        for (const item of items) {
          steps += 1;
          yield item;
        }
      };

      const lazily = (page: PageArgs) => ({ ...connectWalk(found, (item) => item, page), totalCount: items.length });

      expect(walk(lazily, "forth", size)).toEqual(walk((page) => connect(inOrder(items), page), "forth", size));
      steps = 0;
      connectWalk(found, (item) => item, { first: size });
      expect(steps).toBeLessThanOrEqual(size + 1);
    }),
  );
});

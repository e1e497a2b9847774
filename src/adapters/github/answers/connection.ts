import { z } from "zod";

const Cursor = z
  .object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() })
  .refine((page) => !page.hasNextPage || page.endCursor !== null, "a next page without a cursor")
  .transform(({ hasNextPage, endCursor }) => (hasNextPage ? endCursor : null));

/** Items are null where the reader may not see them. */
function Items<Item extends z.ZodType>(item: Item) {
  return z.array(item.nullable()).transform((nodes) => nodes.filter((node) => node !== null));
}

/** A list that is short by nature. */
export function Nodes<Item extends z.ZodType>(item: Item) {
  return z.object({ nodes: Items(item) }).transform(({ nodes }) => nodes);
}

/** The beginning of a list, and how long it is. */
export function CountedNodes<Item extends z.ZodType>(item: Item) {
  return z
    .object({ nodes: Items(item), totalCount: z.number().int() })
    .transform(({ nodes, totalCount }) => ({ items: nodes, total: totalCount }));
}

/** A part of a list, and where to read on. */
export function Page<Item extends z.ZodType>(item: Item) {
  return z.object({ nodes: Items(item), pageInfo: Cursor }).transform(({ nodes, pageInfo }) => ({ items: nodes, after: pageInfo }));
}

/** The first page, which also tells how long the list is. */
export function CountedPage<Item extends z.ZodType>(item: Item) {
  return z
    .object({ nodes: Items(item), pageInfo: Cursor, totalCount: z.number().int() })
    .transform(({ nodes, pageInfo, totalCount }) => ({ items: nodes, after: pageInfo, total: totalCount }));
}

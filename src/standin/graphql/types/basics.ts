import type { TypeModule } from "../type-module.ts";

/** What every other part of the schema builds on. */
export const basicTypes: TypeModule = {
  sdl: /* GraphQL */ `
  scalar BigInt
  scalar Base64String
  scalar DateTime
  scalar GitObjectID
  scalar GitTimestamp
  scalar URI
  interface Node { id: ID! }
  enum OrderDirection { ASC DESC }
  type PageInfo { endCursor: String hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String }`,
  types: {},
};

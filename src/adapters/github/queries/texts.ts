const blob = "__typename oid ... on Blob { byteSize isBinary isTruncated text }";

/**
 * The proposal folder at the head, and the texts of `count` files, each at the base and at the head.
 * Paths come from strangers: they are always variables (`$base0`, `$head0`, …), never part of the query.
 */
export function textsQuery(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const variables = indexes.map((index) => `, $base${index}: String!, $head${index}: String!`).join("");
  const files = indexes.map(
    (index) => `
      base${index}: object(expression: $base${index}) { ${blob} }
      head${index}: object(expression: $head${index}) { ${blob} }`,
  );
  return /* GraphQL */ `
  query texts($owner: String!, $name: String!, $folder: String!${variables}) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      folder: object(expression: $folder) { __typename ... on Tree { entries { name mode type oid } } }${files.join("")}
    }
  }`;
}

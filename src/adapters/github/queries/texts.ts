const blob = "__typename oid ... on Blob { byteSize isBinary isTruncated text }";

/**
 * The proposal folder at the head, the texts of some files, each at the base and at the head, and only the names of the contents
 * of others.
 * Paths come from strangers: they are always variables (`$base0`, `$head0`, `$file0`, …), never part of the query.
 */
export function textsQuery(texts: number, others = 0): string {
  const indexes = Array.from({ length: texts }, (_, index) => index);
  const named = Array.from({ length: others }, (_, index) => index);
  const variables = indexes.map((index) => `, $base${index}: String!, $head${index}: String!`).join("");
  const names = named.map((index) => `, $file${index}: String!`).join("");
  const files = indexes.map(
    (index) => `
      base${index}: object(expression: $base${index}) { ${blob} }
      head${index}: object(expression: $head${index}) { ${blob} }`,
  );
  const ids = named.map((index) => `file${index}: object(expression: $file${index}) { oid }`);
  // Beside the texts, since what is asked of an object differs.
  const beside = ids.length === 0 ? "" : `\n    named: repository(owner: $owner, name: $name) { ${ids.join(" ")} }`;
  return /* GraphQL */ `
  query texts($owner: String!, $name: String!, $folder: String!${variables}${names}) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      folder: object(expression: $folder) { __typename ... on Tree { entries { name mode type oid } } }${files.join("")}
    }${beside}
  }`;
}

/** What stands at `count` paths of another repository's default branch. Paths are always variables (`$path0`, …). */
export function foreignFilesQuery(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const variables = indexes.map((index) => `, $path${index}: String!`).join("");
  const paths = indexes.map(
    (index) => `
      path${index}: object(expression: $path${index}) {
        __typename
        oid
        ... on Blob { byteSize isBinary isTruncated text }
        ... on Tree { entries { name mode } }
      }`,
  );
  return /* GraphQL */ `
  query foreignFiles($owner: String!, $name: String!${variables}) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      head: object(expression: "HEAD") { oid }${paths.join("")}
    }
  }`;
}

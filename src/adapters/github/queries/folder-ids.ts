/**
 * The trees of `count` folders, each at two commits (`$before0`, `$after0`, …): equal ids mean that no file in a folder differs.
 */
export function folderIdsQuery(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const variables = indexes.map((index) => `, $before${index}: String!, $after${index}: String!`).join("");
  const folders = indexes.map(
    (index) => `
      before${index}: object(expression: $before${index}) { oid }
      after${index}: object(expression: $after${index}) { oid }`,
  );
  return /* GraphQL */ `
  query folderIds($owner: String!, $name: String!${variables}) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {${folders.join("")}
    }
  }`;
}

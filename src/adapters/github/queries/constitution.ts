/**
 * The constitution's folder at a commit, two levels deep, with its texts and the commit that last changed it.
 * That commit names the rules: it is the same for every reader, and stays while unrelated pushes arrive.
 */
export const constitutionQuery = /* GraphQL */ `
  query constitution($owner: String!, $name: String!, $commit: String!, $folder: String!, $path: String!) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      commit: object(expression: $commit) {
        __typename
        oid
        ... on Commit { history(first: 1, path: $path) { nodes { oid } } }
      }
      folder: object(expression: $folder) {
        __typename
        oid
        ... on Tree { entries { ...file object { __typename ...text ... on Tree { entries { ...file object { __typename ...text } } } } } }
      }
    }
  }
  fragment file on TreeEntry { name mode type oid }
  fragment text on Blob { byteSize isBinary isTruncated text }
`;

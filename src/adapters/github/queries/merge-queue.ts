/** Who stands in the default branch's merge queue, and by which commit each is tested. */
export const mergeQueueQuery = /* GraphQL */ `
  query mergeQueue($owner: String!, $name: String!) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      mergeQueue {
        entries(first: 100) {
          nodes { position headCommit { oid } pullRequest { number } }
        }
      }
    }
  }
`;

/** The cheapest question that tells whether somebody has said something more. */
export const latestCommentQuery = /* GraphQL */ `
  query latestComment($owner: String!, $name: String!, $number: Int!) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        comments(last: 1) { nodes { fullDatabaseId } }
      }
    }
  }
`;

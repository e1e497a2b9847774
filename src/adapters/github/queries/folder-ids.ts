/** Whether a folder differs between two commits: equal tree ids mean that no file in it does. */
export const folderIdsQuery = /* GraphQL */ `
  query folderIds($owner: String!, $name: String!, $before: String!, $after: String!) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      before: object(expression: $before) { oid }
      after: object(expression: $after) { oid }
    }
  }
`;

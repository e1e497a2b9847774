import { actorFragment, commentFragment, ownChecksFragment, reviewerFragment } from "./fragments.ts";

/** A page of open pull requests with what a fingerprint needs: GitHub answers 50 of these within its time limit. */
export const openPullRequestsQuery = /* GraphQL */ `
  query openPullRequests($owner: String!, $name: String!, $after: String, $governance: String!, $appId: Int!, $checkName: String!) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      databaseId
      governance: object(expression: $governance) { oid }
      pullRequests(states: OPEN, first: 50, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
        nodes {
          number
          state
          isDraft
          locked
          title
          baseRefName
          headRefOid
          labels(first: 100) { nodes { name } }
          assignees(first: 20) { nodes { login databaseId } }
          reviewRequests(first: 100) { nodes { requestedReviewer { ...reviewer } } }
          comments(first: 10) { totalCount nodes { ...comment } }
          commits(last: 1) { nodes { commit { ...ownChecks } } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
  ${actorFragment}
  ${commentFragment}
  ${ownChecksFragment}
  ${reviewerFragment}
`;

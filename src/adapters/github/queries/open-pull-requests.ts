import { actorFragment, handActFragment, judgedFragment, ownChecksFragment, reviewerFragment, spokenFragment } from "./fragments.ts";

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
          comments(first: 10) { totalCount nodes { fullDatabaseId viewerDidAuthor author { ...actor } body } }
          spoken: comments(last: 100) { nodes { ...spoken } }
          reviews(last: 50, states: [APPROVED, CHANGES_REQUESTED, COMMENTED, DISMISSED]) { nodes { ...judged } }
          handActs: timelineItems(last: 50, itemTypes: [LABELED_EVENT, UNLABELED_EVENT, ASSIGNED_EVENT, UNASSIGNED_EVENT]) { nodes { ...handAct } }
          commits(last: 1) { nodes { commit { ...ownChecks } } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
  ${actorFragment}
  ${handActFragment}
  ${judgedFragment}
  ${ownChecksFragment}
  ${reviewerFragment}
  ${spokenFragment}
`;

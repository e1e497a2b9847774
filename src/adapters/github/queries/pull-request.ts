import {
  actorFragment,
  assigneeFragment,
  commentFragment,
  ownChecksFragment,
  reviewerFragment,
  reviewFragment,
  threadFragment,
  timelineItemFragment,
} from "./fragments.ts";

/** Everything about one pull request that needs no path: one request for all but the very large. */
export const pullRequestQuery = /* GraphQL */ `
  query pullRequest($owner: String!, $name: String!, $number: Int!, $governance: String!, $appId: Int!, $checkName: String!) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      databaseId
      defaultBranchRef { name target { oid } }
      governance: object(expression: $governance) { oid }
      labels(first: 100) {
        nodes { name color description }
        pageInfo { hasNextPage endCursor }
      }
      pullRequest(number: $number) {
        number
        url
        title
        state
        isDraft
        locked
        author { ...actor }
        createdAt
        closedAt
        mergedAt
        mergedBy { ...actor }
        isCrossRepository
        headRefName
        headRef { id }
        baseRefName
        baseRefOid
        headRefOid
        labels(first: 100) { nodes { name } }
        assignees(first: 20) { nodes { login databaseId } }
        reviewRequests(first: 100) { nodes { requestedReviewer { ...reviewer } } }
        files(first: 100) {
          totalCount
          nodes { path changeType }
          pageInfo { hasNextPage endCursor }
        }
        comments(first: 100) {
          totalCount
          nodes { ...comment }
          pageInfo { hasNextPage endCursor }
        }
        timelineItems(first: 100, itemTypes: [LABELED_EVENT, UNLABELED_EVENT, ASSIGNED_EVENT, UNASSIGNED_EVENT, REVIEW_REQUESTED_EVENT, REVIEW_REQUEST_REMOVED_EVENT]) {
          nodes { ...timelineItem }
          pageInfo { hasNextPage endCursor }
        }
        reviews(first: 100, states: [APPROVED, CHANGES_REQUESTED, COMMENTED, DISMISSED]) {
          nodes { ...review }
          pageInfo { hasNextPage endCursor }
        }
        reviewThreads(first: 100) {
          nodes { ...thread }
          pageInfo { hasNextPage endCursor }
        }
        closings: timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) { nodes { ... on ClosedEvent { actor { ...actor } } } }
        commits(last: 1) { nodes { commit { ...ownChecks } } }
      }
    }
  }
  ${actorFragment}
  ${assigneeFragment}
  ${commentFragment}
  ${ownChecksFragment}
  ${reviewerFragment}
  ${reviewFragment}
  ${threadFragment}
  ${timelineItemFragment}
`;

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

/** Further pages of what the first query could not hold; one query for each kind of list. */
export const moreLabelsQuery = /* GraphQL */ `
  query moreLabels($owner: String!, $name: String!, $after: String!) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      labels(first: 100, after: $after) {
        nodes { name color description }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`;

export const moreFilesQuery = /* GraphQL */ `
  query moreFiles($owner: String!, $name: String!, $number: Int!, $after: String!) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        files(first: 100, after: $after) {
          nodes { path changeType }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`;

export const moreCommentsQuery = /* GraphQL */ `
  query moreComments($owner: String!, $name: String!, $number: Int!, $after: String!) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        comments(first: 100, after: $after) {
          nodes { ...comment }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
  ${actorFragment}
  ${commentFragment}
`;

export const moreTimelineQuery = /* GraphQL */ `
  query moreTimeline($owner: String!, $name: String!, $number: Int!, $after: String!) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        timelineItems(first: 100, after: $after, itemTypes: [LABELED_EVENT, UNLABELED_EVENT, ASSIGNED_EVENT, UNASSIGNED_EVENT, REVIEW_REQUESTED_EVENT, REVIEW_REQUEST_REMOVED_EVENT]) {
          nodes { ...timelineItem }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
  ${actorFragment}
  ${assigneeFragment}
  ${reviewerFragment}
  ${timelineItemFragment}
`;

export const moreReviewsQuery = /* GraphQL */ `
  query moreReviews($owner: String!, $name: String!, $number: Int!, $after: String!) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        reviews(first: 100, after: $after, states: [APPROVED, CHANGES_REQUESTED, COMMENTED, DISMISSED]) {
          nodes { ...review }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
  ${actorFragment}
  ${reviewFragment}
`;

export const moreThreadsQuery = /* GraphQL */ `
  query moreThreads($owner: String!, $name: String!, $number: Int!, $after: String!) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        reviewThreads(first: 100, after: $after) {
          nodes { ...thread }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
  ${actorFragment}
  ${threadFragment}
`;

/** The checks of a head that is not the last listed commit (GitHub lists 250 at most). */
export const checksQuery = /* GraphQL */ `
  query checks($owner: String!, $name: String!, $head: GitObjectID!, $appId: Int!, $checkName: String!) {
    rateLimit { cost remaining }
    repository(owner: $owner, name: $name) {
      object(oid: $head) { ...ownChecks }
    }
  }
  ${ownChecksFragment}
`;

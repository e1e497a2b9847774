/** Who did something; the numeric id is the identity. */
export const actorFragment = /* GraphQL */ `
  fragment actor on Actor {
    __typename
    login
    ... on User { databaseId }
    ... on Bot { databaseId }
    ... on Mannequin { databaseId }
    ... on Organization { databaseId }
  }
`;

/** The fields below also stand in the sweep, so that both give the same fingerprint. */
export const ownChecksFragment = /* GraphQL */ `
  fragment ownChecks on Commit {
    oid
    checkSuites(first: 5, filterBy: { appId: $appId }) {
      nodes {
        checkRuns(first: 5, filterBy: { checkName: $checkName, checkType: LATEST }) {
          nodes { databaseId name status conclusion externalId }
        }
      }
    }
  }
`;

export const commentFragment = /* GraphQL */ `
  fragment comment on IssueComment {
    fullDatabaseId
    viewerDidAuthor
    author { ...actor }
    body
    createdAt
    lastEditedAt
  }
`;

export const timelineItemFragment = /* GraphQL */ `
  fragment timelineItem on PullRequestTimelineItems {
    __typename
    ... on LabeledEvent { id createdAt actor { ...actor } label { name } }
    ... on UnlabeledEvent { id createdAt actor { ...actor } label { name } }
    ... on ReviewRequestedEvent { id createdAt actor { ...actor } requestedReviewer { ...reviewer } }
    ... on ReviewRequestRemovedEvent { id createdAt actor { ...actor } requestedReviewer { ...reviewer } }
  }
`;

export const reviewerFragment = /* GraphQL */ `
  fragment reviewer on RequestedReviewer {
    __typename
    ... on User { login }
    ... on Team { slug }
    ... on Bot { login }
    ... on Mannequin { login }
  }
`;

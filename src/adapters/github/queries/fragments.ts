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
    editor { ...actor }
    reactionGroups { content viewerHasReacted }
  }
`;

/** What a sweep sees of the same comment; no text, because it is read of fifty pull requests at once. */
export const spokenFragment = /* GraphQL */ `
  fragment spoken on IssueComment {
    fullDatabaseId
    viewerDidAuthor
    author { ...actor }
    lastEditedAt
  }
`;

/** Review ids have outgrown GraphQL's Int as well. */
export const reviewFragment = /* GraphQL */ `
  fragment review on PullRequestReview {
    fullDatabaseId
    viewerDidAuthor
    author { ...actor }
    body
    state
    submittedAt
    lastEditedAt
    commit { oid }
  }
`;

/** The same in a sweep. */
export const judgedFragment = /* GraphQL */ `
  fragment judged on PullRequestReview {
    fullDatabaseId
    viewerDidAuthor
    author { ...actor }
    state
    lastEditedAt
  }
`;

/** A thread begins with the comment that made it: an answer is no suggestion of the App's. */
export const threadFragment = /* GraphQL */ `
  fragment thread on PullRequestReviewThread {
    comments(first: 1) { nodes { fullDatabaseId viewerDidAuthor author { ...actor } path body } }
  }
`;

export const timelineItemFragment = /* GraphQL */ `
  fragment timelineItem on PullRequestTimelineItems {
    __typename
    ... on LabeledEvent { id createdAt actor { ...actor } label { name } }
    ... on UnlabeledEvent { id createdAt actor { ...actor } label { name } }
    ... on AssignedEvent { id createdAt actor { ...actor } assignee { ...assignee } }
    ... on UnassignedEvent { id createdAt actor { ...actor } assignee { ...assignee } }
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

export const assigneeFragment = /* GraphQL */ `
  fragment assignee on Assignee {
    __typename
    ... on User { login databaseId }
    ... on Bot { login databaseId }
    ... on Mannequin { login databaseId }
    ... on Organization { login databaseId }
  }
`;

/** What people did by labels and assignments, by the node ids that a pass keeps. */
export const handActFragment = /* GraphQL */ `
  fragment handAct on PullRequestTimelineItems {
    __typename
    ... on LabeledEvent { id actor { ...actor } }
    ... on UnlabeledEvent { id actor { ...actor } }
    ... on AssignedEvent { id actor { ...actor } }
    ... on UnassignedEvent { id actor { ...actor } }
  }
`;

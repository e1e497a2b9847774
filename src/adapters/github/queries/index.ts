export { constitutionQuery } from "./constitution.ts";
export { folderIdsQuery } from "./folder-ids.ts";
export { foreignFilesQuery } from "./foreign-files.ts";
export { latestCommentQuery } from "./latest-comment.ts";
export { mergeQueueQuery } from "./merge-queue.ts";
export {
  checksQuery,
  moreCommentsQuery,
  moreFilesQuery,
  moreLabelsQuery,
  moreReviewsQuery,
  moreThreadsQuery,
  moreTimelineQuery,
} from "./more.ts";
export { openPullRequestsQuery } from "./open-pull-requests.ts";
export { pullRequestQuery } from "./pull-request.ts";
export { textsQuery } from "./texts.ts";

import type { ChangedFile, OwnCheckRun, RepositoryLabel } from "../../domain/snapshot.ts";
import { toCheckRuns } from "./answers/check.ts";
import type { CommentAnswer } from "./answers/comment.ts";
import {
  ChecksAnswer,
  MoreCommentsAnswer,
  MoreFilesAnswer,
  MoreLabelsAnswer,
  MoreReviewsAnswer,
  MoreThreadsAnswer,
  MoreTimelineAnswer,
  PullRequestAnswer,
  type PullRequestFields,
} from "./answers/pull-request.ts";
import type { ReviewAnswer, ThreadAnswer } from "./answers/review.ts";
import type { TimelineItemAnswer } from "./answers/timeline.ts";
import {
  checksQuery,
  moreCommentsQuery,
  moreFilesQuery,
  moreLabelsQuery,
  moreReviewsQuery,
  moreThreadsQuery,
  moreTimelineQuery,
  pullRequestQuery,
} from "./queries/index.ts";
import { type RepositoryContext, repositoryVariables } from "./repository-context.ts";

/** The facts of one pull request, every list complete. */
export interface PullRequestFindings {
  readonly repository: {
    readonly id: number;
    readonly defaultBranch: string;
    readonly defaultCommit: string;
    readonly governanceTreeId: string | null;
    readonly labels: readonly RepositoryLabel[];
  };
  readonly fields: PullRequestFields;
  readonly files: readonly ChangedFile[];
  readonly comments: readonly CommentAnswer[];
  readonly timeline: readonly TimelineItemAnswer[];
  readonly reviews: readonly ReviewAnswer[];
  readonly threads: readonly ThreadAnswer[];
  readonly checks: readonly OwnCheckRun[];
}

/** One request, and one more for each hundred that a list is longer than its first page. */
export async function readPullRequest(
  context: RepositoryContext,
  number: number,
  governanceFolder: string,
): Promise<PullRequestFindings | null> {
  const { client, self, checkName } = context;
  const repositoryOnly = repositoryVariables(context);
  const variables = { ...repositoryOnly, number };
  const what = `pull request ${number} of ${context.owner}/${context.name}`;
  const answer = await client.query(PullRequestAnswer, what, pullRequestQuery, {
    ...variables,
    governance: `HEAD:${governanceFolder}`,
    appId: self.appId,
    checkName,
  });
  const { repository } = answer;
  const fields = repository.pullRequest;
  if (fields === null) return null;

  const labels = await readOn(repository.labels, async (after) => {
    const more = await client.query(MoreLabelsAnswer, `more labels for ${what}`, moreLabelsQuery, { ...repositoryOnly, after });
    return more.repository.labels;
  });
  const files = await readOn(fields.files, async (after) => {
    const more = await client.query(MoreFilesAnswer, `more files of ${what}`, moreFilesQuery, { ...variables, after });
    return more.repository.pullRequest.files;
  });
  const comments = await readOn(fields.comments, async (after) => {
    const more = await client.query(MoreCommentsAnswer, `more comments of ${what}`, moreCommentsQuery, { ...variables, after });
    return more.repository.pullRequest.comments;
  });
  const timeline = await readOn(fields.timelineItems, async (after) => {
    const more = await client.query(MoreTimelineAnswer, `more of the timeline of ${what}`, moreTimelineQuery, { ...variables, after });
    return more.repository.pullRequest.timelineItems;
  });
  const reviews = await readOn(fields.reviews, async (after) => {
    const more = await client.query(MoreReviewsAnswer, `more reviews of ${what}`, moreReviewsQuery, { ...variables, after });
    return more.repository.pullRequest.reviews;
  });
  const threads = await readOn(fields.reviewThreads, async (after) => {
    const more = await client.query(MoreThreadsAnswer, `more review threads of ${what}`, moreThreadsQuery, { ...variables, after });
    return more.repository.pullRequest.reviewThreads;
  });
  return {
    repository: {
      id: repository.databaseId,
      defaultBranch: repository.defaultBranchRef.name,
      defaultCommit: repository.defaultBranchRef.target.oid,
      governanceTreeId: repository.governance?.oid ?? null,
      labels,
    },
    fields,
    files,
    comments,
    timeline,
    reviews,
    threads,
    checks: await readHeadChecks(context, fields, what),
  };
}

/** The last listed commit is the head, unless there are more than GitHub lists (250) or a push came in between. */
async function readHeadChecks(context: RepositoryContext, fields: PullRequestFields, what: string): Promise<readonly OwnCheckRun[]> {
  const last = fields.commits.at(-1)?.commit;
  if (last?.oid === fields.headRefOid) return toCheckRuns(last);
  const answer = await context.client.query(ChecksAnswer, `the checks on the head of ${what}`, checksQuery, {
    ...repositoryVariables(context),
    head: fields.headRefOid,
    appId: context.self.appId,
    checkName: context.checkName,
  });
  return toCheckRuns(answer.repository.object);
}

interface Part<T> {
  readonly items: readonly T[];
  readonly after: string | null;
}

async function readOn<T>(first: Part<T>, more: (after: string) => Promise<Part<T>>): Promise<readonly T[]> {
  const items = [...first.items];
  let { after } = first;
  while (after !== null) {
    const part: Part<T> = await more(after);
    items.push(...part.items);
    after = part.after;
  }
  return items;
}

import { z } from "zod";
import type { ChangedFile, RepositoryLabel } from "../../../domain/snapshot.ts";
import { ActorAnswer } from "./actor.ts";
import { CommitChecksAnswer } from "./check.ts";
import { CommentAnswer, OwnTextAnswer, SpokenAnswer } from "./comment.ts";
import { CountedNodes, CountedPage, Nodes, Page } from "./connection.ts";
import { JudgedAnswer, ReviewAnswer, ThreadAnswer } from "./review.ts";
import { HandActAnswer, ReviewerAnswer, TimelineItemAnswer } from "./timeline.ts";

const Oid = z.string().regex(/^[0-9a-f]{40,64}$/);

const changes = {
  ADDED: "added",
  MODIFIED: "modified",
  DELETED: "deleted",
  RENAMED: "renamed",
  COPIED: "copied",
  CHANGED: "changed",
} as const;

const FileAnswer = z
  .object({ path: z.string(), changeType: z.enum(["ADDED", "MODIFIED", "DELETED", "RENAMED", "COPIED", "CHANGED"]) })
  .transform(({ path, changeType }): ChangedFile => ({ path, change: changes[changeType] }));

const LabelAnswer = z
  .object({ name: z.string(), color: z.string(), description: z.string().nullable() })
  .transform((label): RepositoryLabel => ({ ...label, description: label.description ?? "" }));

/** What a sweep sees of a pull request too. */
export const seenFields = {
  number: z.number().int(),
  title: z.string(),
  state: z.enum(["OPEN", "CLOSED", "MERGED"]),
  isDraft: z.boolean(),
  locked: z.boolean(),
  baseRefName: z.string(),
  headRefOid: Oid,
  labels: Nodes(z.object({ name: z.string() })),
  assignees: Nodes(z.object({ login: z.string(), databaseId: z.number().int().nullish() })),
  reviewRequests: Nodes(z.object({ requestedReviewer: ReviewerAnswer })),
  commits: Nodes(z.object({ commit: CommitChecksAnswer })),
};

export const PullRequestAnswer = z.object({
  repository: z.object({
    databaseId: z.number().int(),
    defaultBranchRef: z.object({ name: z.string(), target: z.object({ oid: Oid }) }),
    governance: z.object({ oid: Oid }).nullable(),
    labels: Page(LabelAnswer),
    pullRequest: z
      .object({
        ...seenFields,
        url: z.string(),
        author: ActorAnswer,
        createdAt: z.iso.datetime(),
        closedAt: z.iso.datetime().nullable(),
        mergedAt: z.iso.datetime().nullable(),
        mergedBy: ActorAnswer,
        isCrossRepository: z.boolean(),
        headRefName: z.string(),
        headRef: z.object({ id: z.string() }).nullable(),
        baseRefOid: Oid,
        files: CountedPage(FileAnswer),
        comments: CountedPage(CommentAnswer),
        timelineItems: Page(TimelineItemAnswer),
        reviews: Page(ReviewAnswer),
        reviewThreads: Page(ThreadAnswer),
        closings: Nodes(z.object({ actor: ActorAnswer })),
      })
      .nullable(),
  }),
});
export type PullRequestFields = NonNullable<z.infer<typeof PullRequestAnswer>["repository"]["pullRequest"]>;

export const MoreLabelsAnswer = z.object({ repository: z.object({ labels: Page(LabelAnswer) }) });
export const MoreFilesAnswer = z.object({ repository: z.object({ pullRequest: z.object({ files: Page(FileAnswer) }) }) });
export const MoreCommentsAnswer = z.object({ repository: z.object({ pullRequest: z.object({ comments: Page(CommentAnswer) }) }) });
export const MoreTimelineAnswer = z.object({
  repository: z.object({ pullRequest: z.object({ timelineItems: Page(TimelineItemAnswer) }) }),
});
export const MoreReviewsAnswer = z.object({ repository: z.object({ pullRequest: z.object({ reviews: Page(ReviewAnswer) }) }) });
export const MoreThreadsAnswer = z.object({ repository: z.object({ pullRequest: z.object({ reviewThreads: Page(ThreadAnswer) }) }) });
export const ChecksAnswer = z.object({ repository: z.object({ object: CommitChecksAnswer }) });

export const OpenPullRequestsAnswer = z.object({
  repository: z.object({
    governance: z.object({ oid: Oid }).nullable(),
    pullRequests: Page(
      z.object({
        ...seenFields,
        comments: CountedNodes(OwnTextAnswer),
        spoken: Nodes(SpokenAnswer),
        reviews: Nodes(JudgedAnswer),
        handActs: Nodes(HandActAnswer),
      }),
    ),
  }),
});

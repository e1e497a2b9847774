import { z } from "zod";
import { GitHubFault } from "../../ports/github.ts";
import { CommentId } from "./answers/comment.ts";
import { Nodes } from "./answers/connection.ts";
import { latestCommentQuery } from "./queries/index.ts";
import { type RepositoryContext, repositoryRoute, repositoryVariables } from "./repository-context.ts";

const LatestAnswer = z.object({
  repository: z.object({ pullRequest: z.object({ comments: Nodes(z.object({ fullDatabaseId: CommentId })) }).nullable() }),
});

export async function readLatestCommentId(context: RepositoryContext, number: number): Promise<number | null> {
  const { repository } = await context.client.query(LatestAnswer, `the last comment of #${number}`, latestCommentQuery, {
    ...repositoryVariables(context),
    number,
  });
  return repository.pullRequest?.comments.at(-1)?.fullDatabaseId ?? null;
}

const OriginAnswer = z.object({ performed_via_github_app: z.object({ id: z.number().int(), slug: z.string().optional() }).nullish() });

export async function readCommentOrigin(
  context: RepositoryContext,
  commentId: number,
): Promise<{ readonly viaApp: string | null } | "absent"> {
  try {
    const { performed_via_github_app: app } = await context.client.call(OriginAnswer, `how comment ${commentId} was written`, (request) =>
      request("GET /repos/{owner}/{repo}/issues/comments/{comment_id}", { ...repositoryRoute(context), comment_id: commentId }),
    );
    return { viaApp: app ? (app.slug ?? `app ${app.id}`) : null };
  } catch (error) {
    if (error instanceof GitHubFault && (error.status === 404 || error.status === 410)) return "absent";
    throw error;
  }
}

import { z } from "zod";
import type { Effect } from "../../domain/effect.ts";
import type { Executed, GitHubFault } from "../../ports/github.ts";
import { type RepositoryContext, repositoryRoute } from "./repository-context.ts";
import { isGone, unless } from "./unless.ts";

const Made = z.object({ id: z.number().int() });

export async function suggestLine(
  context: RepositoryContext,
  pullRequest: number,
  { headSha, path, line, body }: Extract<Effect, { kind: "suggest-line" }>,
): Promise<Executed> {
  const { id } = await context.client.write(Made, `to suggest a change of line ${line} of ${path} in #${pullRequest}`, (request) =>
    request("POST /repos/{owner}/{repo}/pulls/{pull_number}/comments", {
      ...repositoryRoute(context),
      pull_number: pullRequest,
      commit_id: headSha,
      path,
      line,
      side: "RIGHT",
      body,
    }),
  );
  return { detail: `review comment ${id}`, id, refused: [], at: null };
}

/** An approval of that commit and no other: a push in between leaves it on the commit that was read. */
export async function approve(
  context: RepositoryContext,
  pullRequest: number,
  { headSha, body }: Extract<Effect, { kind: "approve" }>,
): Promise<Executed> {
  const { id } = await context.client.write(Made, `to approve #${pullRequest}`, (request) =>
    request("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
      ...repositoryRoute(context),
      pull_number: pullRequest,
      commit_id: headSha,
      event: "APPROVE",
      body,
    }),
  );
  return { detail: `review ${id}`, id, refused: [], at: null };
}

export async function dismissApproval(
  context: RepositoryContext,
  pullRequest: number,
  { reviewId: id, message }: Extract<Effect, { kind: "dismiss-approval" }>,
): Promise<Executed> {
  await unless(isNoLongerOne, () =>
    context.client.write(Made, `to dismiss review ${id} of #${pullRequest}`, (request) =>
      request("PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals", {
        ...repositoryRoute(context),
        pull_number: pullRequest,
        review_id: id,
        message,
        event: "DISMISS",
      }),
    ),
  );
  return { detail: `review ${id}`, id, refused: [], at: null };
}

/** Gone, or dismissed by someone who was quicker. */
function isNoLongerOne(fault: GitHubFault): boolean {
  return isGone(fault) || (fault.status === 422 && /dismiss/i.test(fault.message));
}

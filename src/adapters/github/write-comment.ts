import { z } from "zod";
import { instant } from "../../kernel/instant.ts";
import type { Executed } from "../../ports/github.ts";
import { type RepositoryContext, repositoryRoute } from "./repository-context.ts";
import { isGone, unless } from "./unless.ts";

const Written = z.object({ id: z.number().int(), updated_at: z.iso.datetime() });

export async function commentOn(context: RepositoryContext, pullRequest: number, body: string): Promise<Executed> {
  const written = await context.client.write(Written, `to comment on #${pullRequest}`, (request) =>
    request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...repositoryRoute(context),
      issue_number: pullRequest,
      body,
    }),
  );
  return toExecuted(written);
}

export async function editComment(context: RepositoryContext, id: number, body: string): Promise<Executed> {
  const written = await context.client.write(Written, `to edit comment ${id}`, (request) =>
    request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", { ...repositoryRoute(context), comment_id: id, body }),
  );
  return toExecuted(written);
}

export async function deleteComment(context: RepositoryContext, id: number): Promise<Executed> {
  await unless(isGone, () =>
    context.client.write(z.unknown(), `to delete comment ${id}`, (request) =>
      request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", { ...repositoryRoute(context), comment_id: id }),
    ),
  );
  return { detail: `comment ${id}`, id, refused: [], at: null };
}

/** GitHub answers 200 when the reaction stands already; a comment that is gone needs none. */
export async function react(context: RepositoryContext, id: number): Promise<Executed> {
  await unless(isGone, () =>
    context.client.write(
      z.object({ id: z.number().int() }),
      `to react to comment ${id}`,
      (request) =>
        request("POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions", {
          ...repositoryRoute(context),
          comment_id: id,
          content: "+1",
        }),
      "first",
    ),
  );
  return { detail: `comment ${id}`, id, refused: [], at: null };
}

function toExecuted({ id, updated_at }: z.infer<typeof Written>): Executed {
  return { detail: `comment ${id}`, id, refused: [], at: instant(updated_at) };
}

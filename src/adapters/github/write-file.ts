import { z } from "zod";
import type { Effect } from "../../domain/effect.ts";
import { type Executed, GitHubFault } from "../../ports/github.ts";
import { type RepositoryContext, repositoryRoute } from "./repository-context.ts";

const Ref = z.object({ object: z.object({ sha: z.string() }) });
const Stands = z.object({ type: z.literal("file"), sha: z.string() });
const Committed = z.object({ commit: z.object({ sha: z.string() }) });

/**
 * Replaces one file on a branch of this repository, when the branch still stands where it was read. GitHub compares the file's
 * blob, not the branch: a push between the two questions that leaves the file alone is kept beneath this commit.
 */
export async function commitFile(
  context: RepositoryContext,
  { branch, branchSha, path, text, message }: Extract<Effect, { kind: "commit-file" }>,
): Promise<Executed> {
  const { client } = context;
  const repository = repositoryRoute(context);
  const moved: Executed = { detail: `${branch} has moved on`, id: null, refused: [], at: null };
  const ref = await client.call(Ref, `where branch ${branch} stands`, (request) =>
    request("GET /repos/{owner}/{repo}/git/ref/{ref}", { ...repository, ref: `heads/${branch}` }),
  );
  if (ref.object.sha !== branchSha) return moved;
  const stands = await client.call(Stands, `${path} at ${branchSha}`, (request) =>
    request("GET /repos/{owner}/{repo}/contents/{path}", { ...repository, path, ref: branchSha }),
  );
  try {
    const { commit } = await client.write(Committed, `to commit ${path} to ${branch}`, (request) =>
      request("PUT /repos/{owner}/{repo}/contents/{path}", {
        ...repository,
        path,
        branch,
        message,
        content: Buffer.from(text, "utf8").toString("base64"),
        sha: stands.sha,
      }),
    );
    return { detail: `commit ${commit.sha}`, id: null, refused: [], at: null };
  } catch (error) {
    if (error instanceof GitHubFault && error.status === 409) return moved;
    throw error;
  }
}

import { z } from "zod";
import { GitHubFault } from "../../ports/github.ts";
import { type RepositoryContext, repositoryRoute } from "./repository-context.ts";

const CompareAnswer = z.object({ merge_base_commit: z.object({ sha: z.string().regex(/^[0-9a-f]{40,64}$/) }) });

/**
 * The commit a pull request branched from. GraphQL has no word for it; without it, later pushes to the base would look like
 * removals. Histories that have nothing in common (404) are compared with the base itself.
 */
export async function readMergeBase(context: RepositoryContext, base: string, head: string): Promise<string> {
  try {
    const answer = await context.client.call(CompareAnswer, `the merge base of ${base} and ${head}`, (request) =>
      request("GET /repos/{owner}/{repo}/compare/{basehead}", { ...repositoryRoute(context), basehead: `${base}...${head}`, per_page: 1 }),
    );
    return answer.merge_base_commit.sha;
  } catch (error) {
    if (error instanceof GitHubFault && error.status === 404) return base;
    throw error;
  }
}

import { z } from "zod";
import type { ChangedFile } from "../../domain/snapshot.ts";
import { type RepositoryContext, repositoryRoute } from "./repository-context.ts";

const FilesAnswer = z.array(z.object({ filename: z.string(), previous_filename: z.string().optional() }));
const perPage = 100;

/** GraphQL does not tell where a renamed file was; REST does. Asked only when something was renamed. */
export async function readPreviousPaths(
  context: RepositoryContext,
  number: number,
  files: readonly ChangedFile[],
): Promise<readonly ChangedFile[]> {
  const missing = new Set(files.filter(({ change }) => change === "renamed").map(({ path }) => path));
  const previous = new Map<string, string>();
  for (let page = 1; missing.size > 0; page++) {
    const answer = await context.client.call(FilesAnswer, `page ${page} of the files of pull request ${number}`, (request) =>
      request("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
        ...repositoryRoute(context),
        pull_number: number,
        per_page: perPage,
        page,
      }),
    );
    for (const { filename, previous_filename } of answer) {
      missing.delete(filename);
      if (previous_filename !== undefined) previous.set(filename, previous_filename);
    }
    if (answer.length < perPage) break;
  }
  return files.map((file) => {
    const previousPath = previous.get(file.path);
    return previousPath === undefined ? file : { ...file, previousPath };
  });
}

import { z } from "zod";
import { folderIdsQuery } from "./queries/index.ts";
import { type RepositoryContext, repositoryVariables } from "./repository-context.ts";

const FolderIdsAnswer = z.object({ repository: z.record(z.string(), z.object({ oid: z.string() }).nullable()) });

/** Exact whatever the size of the change: a tree's id covers all that is in it. */
export async function changedFolders(
  context: RepositoryContext,
  folders: readonly string[],
  before: string,
  after: string,
): Promise<readonly string[]> {
  const paths = folders.map((folder) => folder.replace(/\/+$/, ""));
  const variables = paths.flatMap((path, index) => [
    [`before${index}`, `${before}:${path}`],
    [`after${index}`, `${after}:${path}`],
  ]);
  const what = `${paths.join(" and ")} at ${before} and ${after}`;
  const { repository } = await context.client.query(FolderIdsAnswer, what, folderIdsQuery(folders.length), {
    ...repositoryVariables(context),
    ...Object.fromEntries(variables),
  });
  return folders.filter((_, index) => repository[`before${index}`]?.oid !== repository[`after${index}`]?.oid);
}

import { z } from "zod";
import { folderIdsQuery } from "./queries/index.ts";
import { type RepositoryContext, repositoryVariables } from "./repository-context.ts";

const Id = z.object({ oid: z.string() }).nullable();
const FolderIdsAnswer = z.object({ repository: z.object({ before: Id, after: Id }) });

/** Exact whatever the size of the change: a tree's id covers all that is in it. */
export async function hasFolderChanged(context: RepositoryContext, folder: string, before: string, after: string): Promise<boolean> {
  const path = folder.replace(/\/+$/, "");
  const { repository } = await context.client.query(FolderIdsAnswer, `${path} at ${before} and ${after}`, folderIdsQuery, {
    ...repositoryVariables(context),
    before: `${before}:${path}`,
    after: `${after}:${path}`,
  });
  return repository.before?.oid !== repository.after?.oid;
}

import { z } from "zod";
import { type ForeignEntry, type ForeignFiles, type ForeignPaths, GitHubFault, type Known, RateLimited } from "../../ports/github.ts";
import { BlobAnswer, toEntryKind } from "./answers/blob.ts";
import { foreignFilesQuery } from "./queries/index.ts";
import { readBlob } from "./read-blob.ts";
import { type RepositoryContext, repositoryRoute, repositoryVariables } from "./repository-context.ts";

const Entry = z
  .discriminatedUnion("__typename", [
    BlobAnswer,
    z.object({ __typename: z.literal("Tree"), entries: z.array(z.object({ name: z.string(), mode: z.number().int() })) }),
    z.object({ __typename: z.enum(["Commit", "Tag"]) }),
  ])
  .nullable();
type Entry = z.infer<typeof Entry>;

const Answer = z.object({
  repository: z
    .object({ head: z.object({ oid: z.string() }).nullable() })
    .catchall(Entry)
    .nullable(),
});

/** GitHub answers so many paths within its time limit. */
const pathsPerRequest = 20;

/** Files and folders of another repository, by one request for each twenty paths. Refused and missing are told, and never thrown. */
export async function readForeignFiles(
  context: RepositoryContext,
  repository: string,
  paths: readonly string[],
  maximumBytes: number,
  tree?: string,
): Promise<Known<ForeignFiles>> {
  const there = elsewhere(context, repository);
  const unknown = unknownIn(repository);
  const entries = new Map<string, ForeignEntry>();
  let commit: string | null = null;
  try {
    for (let start = 0; start < Math.max(paths.length, 1); start += pathsPerRequest) {
      const part = paths.slice(start, start + pathsPerRequest);
      const revision: string = tree ?? commit ?? "HEAD";
      const answer = await context.client.query(Answer, `files of ${repository}`, foreignFilesQuery(part.length), {
        ...repositoryVariables(there),
        ...Object.fromEntries(part.map((path, index) => [`path${index}`, `${revision}:${path}`])),
      });
      if (answer.repository === null) return unknown("there is no such repository, or it is private");
      commit ??= answer.repository.head?.oid ?? null;
      if (commit === null) return unknown("it has no commits");
      for (const [index, path] of part.entries()) {
        const found = answer.repository[`path${index}`];
        entries.set(path, await toEntry(there, path, found ?? null, maximumBytes));
      }
    }
  } catch (error) {
    if (isRefused(error)) return unknown(error.message);
    throw error;
  }
  return commit === null ? unknown("nothing was asked") : { known: true, value: { commit, entries } };
}

const TreeAnswer = z.object({
  sha: z.string(),
  truncated: z.boolean(),
  tree: z.array(z.object({ path: z.string(), type: z.string() })),
});

/** Every file of another repository, in one request. */
export async function listForeignPaths(context: RepositoryContext, repository: string): Promise<Known<ForeignPaths>> {
  const there = elsewhere(context, repository);
  try {
    const answer = await context.client.call(TreeAnswer, `the files of ${repository}`, (request) =>
      request("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", { ...repositoryRoute(there), tree_sha: "HEAD", recursive: "1" }),
    );
    const paths = answer.tree.flatMap(({ path, type }) => (type === "blob" ? [path] : []));
    return { known: true, value: { tree: answer.sha, paths, complete: !answer.truncated } };
  } catch (error) {
    if (isRefused(error)) return unknownIn(repository)(error.message);
    throw error;
  }
}

function elsewhere(context: RepositoryContext, repository: string): RepositoryContext {
  const [owner = "", name = ""] = repository.split("/");
  return { ...context, owner, name };
}

const unknownIn = (repository: string) => (why: string) => ({ known: false, why: `${repository} cannot be read: ${why}` }) as const;

/** 409: the repository is empty. */
function isRefused(error: unknown): error is GitHubFault {
  return (
    error instanceof GitHubFault &&
    (error.status === 403 || error.status === 404 || error.status === 409) &&
    !(error instanceof RateLimited)
  );
}

async function toEntry(context: RepositoryContext, path: string, found: Entry, maximumBytes: number): Promise<ForeignEntry> {
  if (found?.__typename === "Blob") return { kind: "file", file: await readBlob(context, path, found, maximumBytes) };
  if (found?.__typename === "Tree")
    return { kind: "folder", entries: found.entries.map(({ name, mode }) => ({ name, kind: toEntryKind(mode) })) };
  return { kind: "absent" };
}

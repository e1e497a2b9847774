import { z } from "zod";
import { type ForeignEntry, type ForeignFiles, GitHubFault, type Known } from "../../ports/github.ts";
import { BlobAnswer, toEntryKind } from "./answers/blob.ts";
import { foreignFilesQuery } from "./queries/index.ts";
import { readBlob } from "./read-blob.ts";
import type { RepositoryContext } from "./repository-context.ts";

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
): Promise<Known<ForeignFiles>> {
  const [owner = "", name = ""] = repository.split("/");
  const there: RepositoryContext = { ...context, owner, name };
  const unknown = (why: string) => ({ known: false, why: `${repository} cannot be read: ${why}` }) as const;
  const entries = new Map<string, ForeignEntry>();
  let commit: string | null = null;
  try {
    for (let start = 0; start < Math.max(paths.length, 1); start += pathsPerRequest) {
      const part = paths.slice(start, start + pathsPerRequest);
      const revision: string = commit ?? "HEAD";
      const answer = await context.client.query(Answer, `files of ${repository}`, foreignFilesQuery(part.length), {
        owner,
        name,
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
    if (error instanceof GitHubFault && (error.status === 403 || error.status === 404)) return unknown(error.message);
    throw error;
  }
  return commit === null ? unknown("nothing was asked") : { known: true, value: { commit, entries } };
}

async function toEntry(context: RepositoryContext, path: string, found: Entry, maximumBytes: number): Promise<ForeignEntry> {
  if (found?.__typename === "Blob") return { kind: "file", file: await readBlob(context, path, found, maximumBytes) };
  if (found?.__typename === "Tree")
    return { kind: "folder", entries: found.entries.map(({ name, mode }) => ({ name, kind: toEntryKind(mode) })) };
  return { kind: "absent" };
}

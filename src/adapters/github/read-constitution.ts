import { z } from "zod";
import type { SourceFile } from "../../domain/source-file.ts";
import { type ConstitutionSource, GitHubFault } from "../../ports/github.ts";
import { BlobAnswer, toEntryKind } from "./answers/blob.ts";
import { constitutionQuery } from "./queries/index.ts";
import { readWholeText, textOf } from "./read-blob.ts";
import { type RepositoryContext, repositoryVariables } from "./repository-context.ts";

const Entry = { name: z.string(), mode: z.number().int() };
const Other = z.object({ __typename: z.enum(["Tree", "Commit", "Tag"]) });
const Inner = z.object({
  ...Entry,
  object: z.discriminatedUnion("__typename", [BlobAnswer.omit({ oid: true }), Other]).nullable(),
  oid: z.string(),
});
const InnerFolder = z.object({ __typename: z.literal("Tree"), entries: z.array(Inner) });
const Outer = z.object({
  ...Entry,
  oid: z.string(),
  object: z
    .discriminatedUnion("__typename", [BlobAnswer.omit({ oid: true }), InnerFolder, z.object({ __typename: z.enum(["Commit", "Tag"]) })])
    .nullable(),
});
const ConstitutionAnswer = z.object({
  repository: z.object({
    commit: z.object({ oid: z.string(), history: z.object({ nodes: z.array(z.object({ oid: z.string() })) }).optional() }).nullable(),
    folder: z
      .discriminatedUnion("__typename", [
        z.object({ __typename: z.literal("Tree"), oid: z.string(), entries: z.array(Outer) }),
        z.object({ __typename: z.enum(["Blob", "Commit", "Tag"]) }),
      ])
      .nullable(),
  }),
});

/** The constitution's YAML files at a revision, in one request. Symlinks, other files and deeper folders are no part of it. */
export async function readConstitution(context: RepositoryContext, folder: string, revision: string): Promise<ConstitutionSource | null> {
  const what = `${folder} at ${revision} of ${context.owner}/${context.name}`;
  const { repository } = await context.client.query(ConstitutionAnswer, what, constitutionQuery, {
    ...repositoryVariables(context),
    commit: revision,
    folder: `${revision}:${folder}`,
    path: folder,
  });
  const tree = repository.folder;
  if (tree?.__typename !== "Tree") return null;
  const commit = repository.commit?.history?.nodes[0]?.oid ?? repository.commit?.oid;
  if (commit === undefined) throw new GitHubFault(`GitHub's answer about ${what} names no commit`, null);

  const files: SourceFile[] = [];
  for (const entry of tree.entries) {
    if (entry.object?.__typename === "Tree") {
      for (const inner of entry.object.entries) files.push(...(await readEntry(context, `${entry.name}/${inner.name}`, inner)));
    } else files.push(...(await readEntry(context, entry.name, entry)));
  }
  return { commit, treeId: tree.oid, files: files.sort((left, right) => (left.path < right.path ? -1 : 1)) };
}

type FileEntry = z.infer<typeof Inner> | z.infer<typeof Outer>;

async function readEntry(context: RepositoryContext, path: string, entry: FileEntry): Promise<SourceFile[]> {
  const kind = toEntryKind(entry.mode);
  const { object } = entry;
  if (object?.__typename !== "Blob" || (kind !== "file" && kind !== "executable") || !/\.ya?ml$/.test(entry.name)) return [];
  if (object.byteSize > maximumBytes)
    return [{ path, text: `# Not read: ${object.byteSize} bytes, and at most ${maximumBytes} are read.\n` }];
  const text = object.isTruncated ? await readWholeText(context, entry.oid) : textOf({ ...object, oid: entry.oid });
  return [{ path, text: text ?? "# Not read: the file is no text.\n" }];
}

/** People's lists are the longest files; a real one has some ten thousand bytes. */
const maximumBytes = 1_000_000;

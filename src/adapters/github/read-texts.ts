import { z } from "zod";
import type { ChangedFile, FileAtCommit, FilePair, FolderEntry, HeadFile } from "../../domain/snapshot.ts";
import { GitHubFault, type ReadScope } from "../../ports/github.ts";
import { FolderAnswer, ObjectAnswer } from "./answers/blob.ts";
import { textsQuery } from "./queries/index.ts";
import { readBlob } from "./read-blob.ts";
import { readMergeBase } from "./read-merge-base.ts";
import { type RepositoryContext, repositoryVariables } from "./repository-context.ts";

export interface Texts {
  readonly folder: readonly FolderEntry[];
  readonly pairs: readonly FilePair[];
  readonly headFiles: readonly HeadFile[];
}

const TextsAnswer = z.object({
  repository: z.object({ folder: FolderAnswer }).catchall(ObjectAnswer),
  named: z.record(z.string(), z.object({ oid: z.string() }).nullable()).optional(),
});

/** GitHub answers so many pairs of files within its time limit. */
const pairsPerRequest = 10;
/** A pull request that changes more proposals than this is no proposal; what is beyond stays unread. */
const pairsPerPass = 40;
/** Names of contents cost GitHub little beside the contents themselves. */
const namesPerRequest = 100;

/**
 * The proposal folder at the head, both sides of the changed files that a plan reads, and the names of the contents of all others.
 * One request where files are only added.
 */
export async function readTexts(
  context: RepositoryContext,
  files: readonly ChangedFile[],
  commits: { readonly base: string; readonly head: string },
  scope: ReadScope,
): Promise<Texts> {
  const wanted = files.filter((file) => isProposalText(file, scope) || isPage(file, scope));
  if (!wanted.some((file) => isInFolder(file, scope))) return { folder: [], pairs: [], headFiles: [] };

  const onlyAdded = wanted.every(({ change }) => change === "added");
  const base = onlyAdded ? commits.base : await readMergeBase(context, commits.base, commits.head);
  const folderPath = scope.proposalFolder.replace(/\/+$/, "");
  const read = wanted.slice(0, pairsPerPass);
  const others = files.filter((file) => !read.includes(file) && file.change !== "deleted");
  const pairs: FilePair[] = [];
  const blobs = new Map<string, string>();
  let folder: readonly FolderEntry[] = [];
  for (let round = 0; round * pairsPerRequest < read.length || round * namesPerRequest < others.length; round++) {
    const part = read.slice(round * pairsPerRequest, (round + 1) * pairsPerRequest);
    const named = others.slice(round * namesPerRequest, (round + 1) * namesPerRequest);
    const expressions = part.flatMap((file, index) => [
      [`base${index}`, `${base}:${file.previousPath ?? file.path}`],
      [`head${index}`, `${commits.head}:${file.path}`],
    ]);
    const names = named.map(({ path }, index) => [`file${index}`, `${commits.head}:${path}`]);
    const answer = await context.client.query(TextsAnswer, `the texts at ${commits.head}`, textsQuery(part.length, named.length), {
      ...repositoryVariables(context),
      folder: `${commits.head}:${folderPath}`,
      ...Object.fromEntries([...expressions, ...names]),
    });
    const { folder: found } = answer.repository;
    // The pull request says that files stand in the folder: where there is none, this server has not got the commit yet.
    if (found === null && part.some(({ path, change }) => change !== "deleted" && path.startsWith(scope.proposalFolder))) {
      throw new GitHubFault(`GitHub does not have ${folderPath} at ${commits.head} yet`, null);
    }
    folder = found ?? [];
    for (const [index, { path }] of named.entries()) {
      const oid = answer.named?.[`file${index}`]?.oid;
      if (oid !== undefined) blobs.set(path, oid);
    }
    for (const [index, file] of part.entries()) {
      const side = (name: "base" | "head"): ObjectAnswer => {
        const found = answer.repository[`${name}${index}`];
        if (found === undefined) throw new GitHubFault(`GitHub's answer about the texts at ${commits.head} lacks ${name}${index}`, null);
        return found;
      };
      const entry = folder.find(({ name }) => `${folderPath}/${name}` === file.path);
      const oid = side("head")?.oid;
      if (oid !== undefined) blobs.set(file.path, oid);
      const regular = entry === undefined || entry.kind === "file" || entry.kind === "executable";
      pairs.push({
        path: file.path,
        base: await readBlob(context, file.previousPath ?? file.path, side("base"), scope.maximumBytes),
        head: regular
          ? await readBlob(context, file.path, side("head"), scope.maximumBytes)
          : { path: file.path, text: null, bytes: 0, unread: "not-regular" },
      });
    }
  }
  const unread = (path: string): FileAtCommit => ({ path, text: null, bytes: 0, unread: "too-large" });
  const beyond = wanted.slice(pairsPerPass).map(({ path }) => ({ path, base: unread(path), head: unread(path) }));
  const headFiles = files.map(({ path }): HeadFile => ({ path, blob: blobs.get(path) ?? null }));
  return { folder, pairs: [...pairs, ...beyond], headFiles: headFiles.toSorted((one, other) => (one.path < other.path ? -1 : 1)) };
}

function isInFolder(file: ChangedFile, scope: ReadScope): boolean {
  return file.path.startsWith(scope.proposalFolder) || file.previousPath?.startsWith(scope.proposalFolder) === true;
}

function isProposalText(file: ChangedFile, scope: ReadScope): boolean {
  return isInFolder(file, scope) && (isMarkdown(file.path) || isMarkdown(file.previousPath ?? ""));
}

function isPage({ path }: ChangedFile, { schemaFiles, changelogFiles }: ReadScope): boolean {
  return schemaFiles.includes(path) || changelogFiles.includes(path);
}

function isMarkdown(path: string): boolean {
  return path.toLowerCase().endsWith(".md");
}

import { constants } from "node:fs";
import { type FileHandle, open, readdir, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import type { SourceFile } from "../../domain/source-file.ts";
import { isConstitutionPath } from "../../governance/index.ts";

/** More than any constitution weighs; the checker reports what is above its own, smaller limit. */
const mostBytes = 4 * 1024 * 1024;
const mostEntries = 2000;

/** Why a folder, or one file of it, cannot be read; the message is a plain sentence for whoever named it. */
export class GovernanceFolderError extends Error {
  /** The file, relative to the folder; null when it is the folder itself. */
  readonly file: string | null;
  /** What to do about it. */
  readonly fix: string;

  constructor(message: string, { file = null, fix, cause }: { file?: string | null; fix: string; cause?: unknown }) {
    super(message, { cause });
    this.file = file;
    this.fix = fix;
  }
}

/**
 * Reads the constitution's files from a folder, sorted by path. Other files are left alone; links that lead out of the folder
 * are refused, and so is anything that is not a regular file. Throws a GovernanceFolderError.
 */
export async function readGovernanceFolder(folder: string): Promise<readonly SourceFile[]> {
  const root = await realpath(folder).catch((cause: unknown) => {
    throw new GovernanceFolderError(`There is no folder ${folder}.`, { fix: "name the folder that holds project.yml", cause });
  });
  const entries = await readdir(root).catch((cause: unknown) => {
    throw new GovernanceFolderError(`${folder} is not a folder that can be read.`, {
      fix: "name the folder that holds project.yml",
      cause,
    });
  });
  const paths = [...entries, ...(await groupEntries(root))].filter(isConstitutionPath).toSorted();
  const files: SourceFile[] = [];
  for (const path of paths) files.push({ path, text: await readInside(root, path) });
  return files;
}

async function groupEntries(root: string): Promise<readonly string[]> {
  const names = await readdir(join(root, "groups")).catch(() => []);
  if (names.length > mostEntries) {
    const message = `groups/ holds ${names.length} entries; at most ${mostEntries} are looked at.`;
    throw new GovernanceFolderError(message, { fix: "move what is no charter out of groups/" });
  }
  return names.map((name) => `groups/${name}`);
}

async function readInside(root: string, file: string): Promise<string> {
  const real = await realpath(join(root, file)).catch(() => null);
  if (!real?.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new GovernanceFolderError("a link that leads out of the folder, or to nothing", { file, fix: "put the file itself there" });
  }
  let handle: FileHandle | null = null;
  try {
    // Opened without blocking, so that a named pipe is refused instead of waited for.
    handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = await handle.stat();
    if (!stat.isFile()) throw new GovernanceFolderError("not a regular file", { file, fix: "put a plain text file there" });
    if (stat.size > mostBytes) {
      const message = `${Math.ceil(stat.size / 1024)} KB in one file; at most ${mostBytes / 1024} KB are looked at`;
      throw new GovernanceFolderError(message, { file, fix: "shorten the file" });
    }
    return await handle.readFile("utf8");
  } catch (cause) {
    if (cause instanceof GovernanceFolderError) throw cause;
    throw new GovernanceFolderError("the file cannot be read", { file, fix: "check its permissions", cause });
  } finally {
    await handle?.close();
  }
}

import { constants } from "node:fs";
import { type FileHandle, open, readdir, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import type { SourceFile } from "../../domain/source-file.ts";
import { isConstitutionPath } from "../../governance/index.ts";

/** More than any constitution weighs; the checker says so for anything above its own, smaller limit. */
const mostBytes = 4 * 1024 * 1024;
const mostEntries = 2000;

/** The folder cannot be read; the message is a plain sentence for the person who named it. */
export class GovernanceFolderError extends Error {}

/**
 * Reads the constitution's files from a folder, sorted by path. Other files are left alone; links that lead out of the folder
 * are refused, and so is anything that is not a regular file.
 */
export async function readGovernanceFolder(folder: string): Promise<readonly SourceFile[]> {
  const root = await realpath(folder).catch((cause: unknown) => {
    throw new GovernanceFolderError(`There is no folder ${folder}.`, { cause });
  });
  const names = [...(await entries(root, folder)), ...(await groupEntries(root))];
  const files: SourceFile[] = [];
  for (const path of names.filter(isConstitutionPath).toSorted()) files.push({ path, text: await readInside(root, path) });
  return files;
}

async function entries(root: string, shown: string): Promise<readonly string[]> {
  return await readdir(root).catch((cause: unknown) => {
    throw new GovernanceFolderError(`${shown} is not a folder.`, { cause });
  });
}

async function groupEntries(root: string): Promise<readonly string[]> {
  const names = await readdir(join(root, "groups")).catch(() => []);
  if (names.length > mostEntries)
    throw new GovernanceFolderError(`groups/ holds ${names.length} entries; at most ${mostEntries} are looked at.`);
  return names.map((name) => `groups/${name}`);
}

async function readInside(root: string, path: string): Promise<string> {
  const real = await realpath(join(root, path)).catch(() => null);
  if (real === null || !real.startsWith(root + sep)) {
    throw new GovernanceFolderError(`${path} is a link that leads out of the folder, or to nothing; put the file itself there.`);
  }
  let handle: FileHandle | null = null;
  try {
    handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = await handle.stat();
    if (!stat.isFile()) throw new GovernanceFolderError(`${path} is not a regular file.`);
    if (stat.size > mostBytes)
      throw new GovernanceFolderError(`${path} has ${Math.ceil(stat.size / 1024)} KB; at most ${mostBytes / 1024} KB are read.`);
    return await handle.readFile("utf8");
  } catch (cause) {
    if (cause instanceof GovernanceFolderError) throw cause;
    throw new GovernanceFolderError(`${path} cannot be read.`, { cause });
  } finally {
    await handle?.close();
  }
}

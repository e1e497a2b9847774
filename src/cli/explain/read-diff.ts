import { parsePatch, type StructuredPatch } from "diff";
import { WrongUse } from "../wrong-use.ts";

/** One file of a pull request's diff. */
export interface DiffFile {
  /** Paths before and after; null where the file did not exist or exists no more. */
  readonly before: string | null;
  readonly after: string | null;
  readonly hunks: readonly DiffHunk[];
}

/** A stretch of both sides: lines without their sign. */
interface DiffHunk {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Reads a unified diff, Git's or plain. Throws `WrongUse` when it is none. */
export function readDiff(text: string, path: string): readonly DiffFile[] {
  try {
    return parsePatch(text).flatMap(toDiffFile);
  } catch (error) {
    const why = error instanceof Error ? error.message : "it cannot be read";
    throw new WrongUse(`${path}: this is no unified diff (${why}). Make one with \`git diff main...HEAD\`.`);
  }
}

function toDiffFile(patch: StructuredPatch): readonly DiffFile[] {
  const before = patch.isCreate === true ? null : pathOf(patch.oldFileName, "a/", patch.isGit === true);
  const after = patch.isDelete === true ? null : pathOf(patch.newFileName, "b/", patch.isGit === true);
  if (before === null && after === null) return [];
  return [{ before, after, hunks: patch.hunks.map(({ lines }) => ({ before: sideOf(lines, "-"), after: sideOf(lines, "+") })) }];
}

/** Git puts `a/` and `b/` before paths; other tools may, so a path there is taken without it. */
function pathOf(name: string | undefined, prefix: string, fromGit: boolean): string | null {
  if (name === undefined || name === "/dev/null") return null;
  return fromGit || name.startsWith(prefix) ? name.replace(new RegExp(`^${prefix}`), "") : name;
}

function sideOf(lines: readonly string[], own: "-" | "+"): readonly string[] {
  return lines.filter((line) => line.startsWith(own) || line.startsWith(" ")).map((line) => line.slice(1));
}

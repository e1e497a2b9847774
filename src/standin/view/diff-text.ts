import { type FileChange, type ObjectStore, patchOf } from "../git/index.ts";

/** The `diff` media type of a pull request or comparison: what `git diff` prints. */
export function diffText(objects: ObjectStore, files: readonly FileChange[]): string {
  return files.map((file) => fileDiff(objects, file)).join("");
}

function fileDiff(objects: ObjectStore, file: FileChange): string {
  const { before, after, path } = file;
  const from = file.previousPath ?? path;
  const ids = `index ${short(before?.sha)}..${short(after?.sha)}`;
  const head = [`diff --git a/${from} b/${path}`];
  if (!before && after) head.push(`new file mode ${after.mode}`);
  if (before && !after) head.push(`deleted file mode ${before.mode}`);
  if (before && after && before.mode !== after.mode) head.push(`old mode ${before.mode}`, `new mode ${after.mode}`);
  if (file.previousPath !== null) head.push(`rename from ${from}`, `rename to ${path}`);
  if (before?.sha === after?.sha) return `${head.join("\n")}\n`;
  head.push(before && after && before.mode === after.mode ? `${ids} ${after.mode}` : ids);
  const patch = patchOf(objects, file).text;
  const old = before ? `a/${from}` : "/dev/null";
  const young = after ? `b/${path}` : "/dev/null";
  head.push(...(patch === null ? [`Binary files ${old} and ${young} differ`] : [`--- ${old}`, `+++ ${young}`, patch]));
  return `${head.join("\n")}\n`;
}

function short(sha: string | undefined): string {
  return (sha ?? "0".repeat(40)).slice(0, 7);
}

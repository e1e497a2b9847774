import type { HeadFile } from "./snapshot.ts";

/** Paths whose content is another than it was, files that came and files that went included, by path. */
export function changedFiles(before: readonly HeadFile[], after: readonly HeadFile[]): readonly string[] {
  const was = new Map(before.map(({ path, blob }) => [path, blob]));
  const is = new Map(after.map(({ path, blob }) => [path, blob]));
  return [...new Set([...was.keys(), ...is.keys()])].filter((path) => was.get(path) !== is.get(path)).sort();
}

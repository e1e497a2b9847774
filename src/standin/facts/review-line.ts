import { findEntry, patchOf } from "../git/index.ts";
import type { Pull, ReviewComment } from "../store/index.ts";
import { comparePull } from "./comparison.ts";

interface Hunk {
  readonly text: string;
  /** Lines that it shows, first and last, on each side. */
  readonly LEFT: readonly [number, number];
  readonly RIGHT: readonly [number, number];
}

/** Whether the difference shows the line: GitHub takes comments on no other. */
export function isShown(pull: Pull, path: string, line: number, side: "LEFT" | "RIGHT"): boolean {
  return hunksOf(pull, path).some((hunk) => hunk[side][0] <= line && line <= hunk[side][1]);
}

/** The hunk around the line, as it stands now; empty once it is gone. */
export function diffHunk({ review, path, line, side }: ReviewComment): string {
  return hunksOf(review.pull, path).find((hunk) => hunk[side][0] <= line && line <= hunk[side][1])?.text ?? "";
}

/** The older way to say which line: rows below the first hunk's head. Null once it is gone. */
export function diffPosition({ review, path, line, side }: ReviewComment): number | null {
  let row = -1;
  for (const hunk of hunksOf(review.pull, path)) {
    let at = hunk[side][0] - 1;
    for (const text of hunk.text.split("\n")) {
      row += 1;
      const other = side === "RIGHT" ? "-" : "+";
      if (text.startsWith("@@") || text.startsWith(other) || text.startsWith("\\")) continue;
      at += 1;
      if (at === line) return row;
    }
  }
  return null;
}

/** GitHub follows a line through pushes; here any change of the file loses it. */
export function isOutdated({ review, path, commit }: ReviewComment): boolean {
  const { headSha, issue } = review.pull;
  const { objects } = issue.repository;
  const at = (sha: string) => findEntry(objects, objects.knownCommit(sha).tree, path)?.sha;
  return at(commit) !== at(headSha);
}

function hunksOf(pull: Pull, path: string): Hunk[] {
  const change = comparePull(pull).files.find((file) => file.path === path);
  const patch = change ? patchOf(pull.issue.repository.objects, change).text : undefined;
  if (!patch) return [];
  return patch.split(/^(?=@@ )/m).flatMap((text) => {
    const [, left, lefts = "1", right, rights = "1"] = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(text) ?? [];
    if (left === undefined || right === undefined) return [];
    const span = (from: string, count: string) => [Number(from), Number(from) + Number(count) - 1] as const;
    return [{ text: text.trimEnd(), LEFT: span(left, lefts), RIGHT: span(right, rights) }];
  });
}

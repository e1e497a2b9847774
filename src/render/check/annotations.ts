import type { Annotation } from "../../domain/check-report.ts";
import type { FileProblem } from "../../domain/problem.ts";
import { cleanText, cutText } from "../markdown/index.ts";
import { inOrderOfWeight } from "../status/index.ts";

/** GitHub takes 50 in one request; who has more to mend will push again, and sees the next ones then. */
export const shownAnnotations = 50;

/** Line notes beside the diff. GitHub shows them as plain text: nothing in them is read as Markdown. */
export function renderAnnotations(problems: readonly FileProblem[]): readonly Annotation[] {
  return inOrderOfWeight(problems)
    .slice(0, shownAnnotations)
    .map(({ file, line, severity, code, message, fix }) => ({
      path: file,
      startLine: Math.max(1, line),
      endLine: Math.max(1, line),
      level: severity === "error" ? "failure" : "warning",
      title: code,
      message: `${plain(message)}\nFix: ${plain(fix)}`,
    }));
}

const plain = (text: string) => cutText(cleanText(text), 1000);

import type { FileProblem } from "../../domain/problem.ts";
import { bulleted, code, type Markdown, md, nothing, phrase } from "../markdown/index.ts";
import { countOf } from "../names.ts";
import { countProblems, inOrderOfWeight } from "../status/index.ts";
import { shownAnnotations } from "./annotations.ts";

const listed = 30;

/** The problems as a list, each with its place and its fix; the rest is counted. */
export function renderProblems(problems: readonly FileProblem[]): Markdown {
  if (problems.length === 0) return nothing;
  const lines = inOrderOfWeight(problems)
    .slice(0, listed)
    .map(
      ({ file, line, column, severity, code: id, message, fix }) =>
        md`${severity} ${code(`${file}:${line}:${column}`)} ${phrase(message)} (${code(id)})\n  Fix: ${phrase(fix)}`,
    );
  const rest = problems.length - listed;
  const hidden = problems.length - shownAnnotations;
  const more =
    rest > 0
      ? md`\n\n${countOf(rest, "more problem")} not listed here${hidden > 0 ? `, ${countOf(hidden, "of them")} without a line note` : ""}.`
      : nothing;
  return md`**${countProblems(problems)}**\n\n${bulleted(lines)}${more}`;
}

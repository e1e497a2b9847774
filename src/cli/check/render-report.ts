import picocolors from "picocolors";
import type { FileProblem } from "../../domain/problem.ts";
import { sourceExcerpt } from "./source-excerpt.ts";

export interface Report {
  /** Folder as the person named it. */
  readonly folder: string;
  readonly problems: readonly FileProblem[];
  /** Text of each file by path in the folder. */
  readonly texts: ReadonlyMap<string, string>;
  readonly milliseconds: number;
}

/** The report as a compiler would print it: place, severity, code, the line with a caret, what to do. */
export function renderReport(report: Report, colored: boolean): string {
  const colors = picocolors.createColors(colored);
  const { problems, texts, milliseconds } = report;
  const count = (severity: FileProblem["severity"]): number => problems.filter((problem) => problem.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const summary = `${plural(errors, "error")}, ${plural(warnings, "warning")} in ${plural(texts.size, "file")}`;
  const verdict = errors > 0 ? colors.red(summary) : warnings > 0 ? colors.yellow(summary) : colors.green(summary);
  return [...problems.map((problem) => renderProblem(problem, report, colors)), `${verdict} (${Math.round(milliseconds)} ms)\n`].join("\n");
}

type Colors = ReturnType<typeof picocolors.createColors>;

function renderProblem(problem: FileProblem, { folder, texts }: Report, colors: Colors): string {
  const paint = problem.severity === "error" ? colors.red : colors.yellow;
  const place = `${shownPath(folder, problem.file)}:${problem.line}:${problem.column}`;
  const lines = [`${colors.bold(place)}  ${paint(problem.severity)}  ${colors.dim(problem.code)}`];
  const excerpt = sourceExcerpt(texts.get(problem.file) ?? "", problem);
  if (excerpt) {
    const gutter = (number: number | null): string => colors.dim(`${(number === null ? "" : String(number)).padStart(5)} | `);
    if (excerpt.before) lines.push(gutter(excerpt.before.number) + excerpt.before.text);
    lines.push(gutter(excerpt.line.number) + excerpt.line.text);
    lines.push(`${gutter(null)}${excerpt.indent}${paint(`${excerpt.carets} ${problem.message}`)}`);
  } else {
    lines.push(`   ${paint(problem.message)}`);
  }
  lines.push(`   ${colors.bold("fix:")} ${problem.fix}`);
  return `${lines.join("\n")}\n`;
}

/** A file's path as the person would write it. */
export function shownPath(folder: string, file: string): string {
  const trimmed = folder.replace(/\/+$/, "");
  return trimmed === "." ? file : `${trimmed}/${file}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

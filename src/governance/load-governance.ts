import type { FileProblem } from "../domain/problem.ts";
import type { SourceFile } from "../domain/source-file.ts";
import { checkConstitution } from "./check-constitution.ts";
import type { Governance } from "./model.ts";
import { definedNames } from "./reading/defined-names.ts";
import { readConstitution } from "./reading/read-constitution.ts";
import { resolveGovernance } from "./resolve/resolve-governance.ts";

export interface LoadedGovernance {
  /**
   * Null when a file is missing or unusable. With other errors it leaves out what does not resolve, which is enough to show
   * something; who acts on it must first see that no problem is an error.
   */
  readonly governance: Governance | null;
  /** Everything that is wrong, by file and line. */
  readonly problems: readonly FileProblem[];
}

export interface LoadOptions {
  readonly commit: string | null;
  /** Day on which terms and delegations are judged, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Reads, checks and resolves a constitution. Never throws, whatever the files hold. */
export function loadGovernance(files: readonly SourceFile[], options: LoadOptions): LoadedGovernance {
  const { written, complete, groupPaths, problems } = readConstitution(files);
  const governance = complete ? resolveGovernance(written, options) : null;
  const names = definedNames(written.raw, groupPaths);
  const found = checkConstitution({ written, governance, names, today: options.today });
  return { governance, problems: bounded([...problems, ...found]).toSorted(inReadingOrder) };
}

/** More than anybody reads; beyond it somebody tries to flood the reader. Errors are kept before warnings. */
const mostProblems = 1000;

function bounded(problems: readonly FileProblem[]): readonly FileProblem[] {
  if (problems.length <= mostProblems) return problems;
  const kept = problems.toSorted((a, b) => (a.severity === b.severity ? 0 : a.severity === "error" ? -1 : 1)).slice(0, mostProblems);
  const [first] = kept;
  if (!first) return kept;
  const rest = problems.length - mostProblems;
  const fix = "mend these first, then check again";
  return [...kept, { ...first, code: "too-many-problems", message: `${rest} more problems are not listed`, fix }];
}

function inReadingOrder(a: FileProblem, b: FileProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1);
}

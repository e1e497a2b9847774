/** `error`: cannot be used as written. `warning`: can be used, and somebody should know. */
export type Severity = "error" | "warning";

/** A place in a text file; both figures count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something wrong in a file, as compilers report it: where, which rule, what, and how to mend it. */
export interface Problem extends Position {
  readonly severity: Severity;
  /** Stable, kebab-case: tests, docs and people refer to it. */
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  /** Number of characters the caret line underlines; 1 where unknown. */
  readonly length?: number;
}

/** A problem with the file it is in (path relative to the folder that was checked). */
export interface FileProblem extends Problem {
  readonly file: string;
}

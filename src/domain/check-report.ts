import type { CheckConclusion } from "./snapshot.ts";

/** A line note of a check run (GitHub: checks/create, output.annotations; 50 per request). */
export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: "notice" | "warning" | "failure";
  readonly title: string;
  readonly message: string;
}

/** A completed check run as it should stand on a commit. */
export interface CheckReport {
  readonly name: string;
  readonly headSha: string;
  readonly conclusion: CheckConclusion;
  readonly title: string;
  /** Markdown, at most 65,535 characters. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** Digest of all of the above. */
  readonly digest: string;
}

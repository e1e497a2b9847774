import type { Problem, Severity } from "../../domain/problem.ts";
import type { ProposalDocument } from "../../domain/proposal-document.ts";
import { limits } from "../limits.ts";
import type { ParsedText } from "../parsed-text.ts";
import type { ProposalContext } from "../proposal-context.ts";
import type { Finding } from "./finding.ts";

interface Check {
  /** Stable: tests, documentation and people refer to it. */
  readonly code: string;
  /** `error`: cannot be accepted as a SEP file as it stands. */
  readonly severity: Severity;
  /** The rule in one sentence, for the reference. */
  readonly rule: string;
}

/** Looks at the text alone. */
export interface TextCheck extends Check {
  /** What it must have read; `head` checks also run on a file that is too large to be read whole. */
  readonly reads: "head" | "body";
  readonly find: (parsed: ParsedText) => readonly Finding[];
}

/** Looks at a document beside its pull request and the constitution. */
export interface ContextCheck extends Check {
  readonly reads: "head" | "body";
  readonly find: (document: ProposalDocument, context: ProposalContext) => readonly Finding[];
}

/** A crowd of findings of one kind would drown the others: the first are told. */
export function toProblems({ code, severity }: Check, findings: readonly Finding[]): readonly Problem[] {
  return findings.slice(0, limits.repeats).map((finding) => ({ ...finding, code, severity }));
}

/** In the order of the file, errors before warnings in one place. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) => a.line - b.line || a.column - b.column || a.severity.localeCompare(b.severity) || a.code.localeCompare(b.code),
  );
}

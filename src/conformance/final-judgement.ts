import type { FileProblem } from "../domain/problem.ts";
import type { ProposalDocument } from "../domain/proposal-document.ts";
import type { ChangeClass } from "../domain/proposal-vocabulary.ts";
import type { ChangedFile } from "../domain/snapshot.ts";
import type { SourceFile } from "../domain/source-file.ts";
import type { StatementComparison } from "./compare-statements.ts";
import type { FinalItem } from "./final-item.ts";
import type { FinalAttestation } from "./parse-attestation.ts";

/** What was read of the conformance repository's default branch: what stands there is merged (R7.2). */
export type ConformanceReading =
  /** Every `sep-NNNN.yaml` of this number, and the scenario files that may be about it; paths from the repository's root. */
  | { readonly kind: "read"; readonly files: readonly SourceFile[] }
  | { readonly kind: "unreadable"; readonly why: string }
  /** The constitution names no conformance repository. */
  | { readonly kind: "absent" };

/** All that `/final` is judged by, at one head. */
export interface FinalInput {
  readonly document: ProposalDocument;
  readonly proposalFile: string;
  /** The SEP's number. */
  readonly number: number;
  readonly pullRequest: number;
  /** Word before the number: SEP. */
  readonly prefix: string;
  readonly change: ChangeClass;
  readonly attestation: FinalAttestation;
  /** owner/name */
  readonly repository: string;
  readonly files: readonly ChangedFile[];
  /** More files are changed than are listed: what is not among them is unknown. */
  readonly filesTruncated: boolean;
  /** project.yml, `specification.schema` and `specification.changelog`. */
  readonly schemaFiles: readonly string[];
  readonly changelogPaths: readonly string[];
  /** Pages of the specification, or folders that end in `/`. */
  readonly specificationPaths: readonly string[];
  /** Changelog pages at the head; null text where one was not read. */
  readonly changelogs: readonly { readonly path: string; readonly text: string | null }[];
  /** project.yml asks a Reference Implementation section of this type. */
  readonly implementationSection: boolean;
  /** owner/name; null where project.yml names none. */
  readonly conformanceRepository: string | null;
  readonly conformance: ConformanceReading;
}

/** `unknown` keeps the requirement open as `missing` does, and is not the sponsor's to mend. */
export type FinalStatus = "met" | "missing" | "unknown" | "not-needed";

export interface FinalEntry {
  readonly item: FinalItem;
  readonly status: FinalStatus;
  /** Whose word it is: `sponsor` where no machine can see it. */
  readonly by: "machine" | "sponsor";
  /** As the sponsor gave them. */
  readonly links: readonly string[];
  /** What was seen and what is needed, as sentences of Markdown with inline code. */
  readonly text: string;
  readonly clause: string;
}

/** One entry for each item of R7, in order. */
export interface FinalJudgement {
  readonly entries: readonly FinalEntry[];
  /** Every item is met or not needed, and the attestation has no errors. */
  readonly complete: boolean;
  /** The traceability file that was found, and how it compares; null where none could be used. */
  readonly traceability: {
    readonly path: string;
    readonly problems: readonly FileProblem[];
    readonly comparison: StatementComparison | null;
  } | null;
}

/** A verdict on one item before its requirement is put beside it. */
export interface Verdict {
  readonly status: Exclude<FinalStatus, "not-needed">;
  readonly by: FinalEntry["by"];
  readonly text: string;
}

export const met = (text: string): Verdict => ({ status: "met", by: "machine", text });
export const attested = (text: string): Verdict => ({ status: "met", by: "sponsor", text });
export const missing = (text: string): Verdict => ({ status: "missing", by: "machine", text });
export const unknown = (text: string): Verdict => ({ status: "unknown", by: "machine", text });

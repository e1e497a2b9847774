import type { ProposalDocument } from "../domain/proposal-document.ts";
import type { FileStatus, ProposalState } from "../domain/proposal-vocabulary.ts";
import { assertNever } from "../kernel/assert-never.ts";
import { fieldKey } from "./parse-preamble.ts";
import { parseStatus } from "./parse-vocabulary.ts";

/** One line of a proposal's file that should say something else; both texts without their line end. */
export interface StatusLineChange {
  /** Counted from 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** What the file should say in a state (R1.3); null where no status fits. */
export function statusFor(state: ProposalState): FileStatus | null {
  switch (state) {
    case "proposal":
    case "draft":
      return "Draft";
    case "in-review":
      return "In-Review";
    case "accepted":
      return "Accepted";
    case "rejected":
      return "Rejected";
    case "final":
      return "Final";
    case "withdrawn":
      return "Withdrawn";
    case "superseded":
      return "Superseded";
    case "dormant":
      return "Dormant";
    case "merged-unratified":
      return null;
    default:
      return assertNever(state);
  }
}

/** The change that makes the Status field agree with the ledger (R2.3, B3); null when it does, or the file has no such field. */
export function planStatusLine(document: ProposalDocument, text: string, state: ProposalState): StatusLineChange | null {
  const wanted = statusFor(state);
  const field = document.fields.find(({ name }) => fieldKey(name) === "status");
  if (wanted === null || field === undefined || parseStatus(field.value) === wanted) return null;
  const before = splitLines(text)[field.line - 1]?.content;
  if (before === undefined) return null;
  const isEmpty = field.valueColumn === field.column;
  const after = before.trimStart().startsWith("|")
    ? inTable(before, field.column, wanted)
    : isEmpty
      ? `${before.trimEnd()} ${wanted}`
      : `${before.slice(0, field.valueColumn - 1)}${wanted}${restOf(before.slice(field.valueColumn - 1))}`;
  return { line: field.line, before, after };
}

/** The whole text with one line replaced; its line end, and all else, stay as they are. */
export function withStatus(text: string, { line, after }: Pick<StatusLineChange, "line" | "after">): string {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  return (
    mark +
    splitLines(text)
      .map(({ content, end }, index) => (index === line - 1 ? after : content) + end)
      .join("")
  );
}

/** Lines as the parser counts them, without the byte order mark. */
function splitLines(text: string): readonly { readonly content: string; readonly end: string }[] {
  return [...text.replace(/^\uFEFF/, "").matchAll(/([^\r\n]*)(\r\n?|\n|$)/g)].map(([, content = "", end = ""]) => ({ content, end }));
}

/** What follows a value and is no part of it: a comment, a hard break, blanks. Without a pattern, so that a long line costs no time. */
function restOf(value: string): string {
  const visible = value.trimEnd();
  const kept = visible.endsWith("\\") ? visible.slice(0, -1).trimEnd() : visible;
  const comment = kept.endsWith("-->") ? kept.lastIndexOf("<!--") : -1;
  return value.slice(comment === -1 ? kept.length : kept.slice(0, comment).trimEnd().length);
}

function inTable(row: string, nameColumn: number, wanted: FileStatus): string {
  const start = row.indexOf("|", nameColumn - 1) + 1;
  const end = row.indexOf("|", start);
  const cell = row.slice(start, end === -1 ? row.length : end);
  return `${row.slice(0, start)} ${wanted.padEnd(cell.length - 2)} ${end === -1 ? "" : row.slice(end)}`;
}

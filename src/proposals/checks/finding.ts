import type { Position, Problem } from "../../domain/problem.ts";
import type { PreambleField } from "../../domain/proposal-document.ts";
import type { Heading } from "../outline.ts";

/** What a check found; its code and severity are the check's. */
export type Finding = Omit<Problem, "code" | "severity">;

export interface Place extends Position {
  readonly length?: number;
}

/** The first line: for what is missing from the whole file. */
export const topOfFile: Place = { line: 1, column: 1 };

export function atValue(field: PreambleField): Place {
  return { line: field.line, column: field.valueColumn, length: Math.max(1, Math.min(field.value.length, 80)) };
}

export function atHeading(heading: Heading | null | undefined): Place {
  return heading ? { line: heading.line, column: heading.column, length: Math.max(1, Math.min(heading.source.length, 80)) } : topOfFile;
}

/** A value inside a message, without line ends, cut where it is long. */
export function quote(value: string): string {
  const text = value.replace(/[\s`]+/g, " ").trim();
  return `\`${text.length > 60 ? `${text.slice(0, 59)}…` : text}\``;
}

/** `A, B and C`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

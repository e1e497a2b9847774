import type { TextCheck } from "../check.ts";
import { quote } from "../finding.ts";

/** A paragraph, item or cell that is a promise to write one. */
export const unfinished =
  /^[\s([{<*_/-]{0,8}(?:(?:TODO|TBD|TBA|FIXME|XXX|WIP)\b|To be (?:written|completed|determined|decided|added|filled in|defined|done|provided)\b)/;

export const unfinishedText: TextCheck = {
  code: "unfinished-text",
  severity: "warning",
  rule: "What is still to be written is seen before it is decided on.",
  reads: "body",
  find: ({ paragraphs }) =>
    paragraphs
      .filter(({ text }) => unfinished.test(text))
      .map(({ text, line }) => ({
        line,
        column: 1,
        message: `${quote(text)} is still to be written`,
        fix: "write it, or say under open questions what is missing",
      })),
};

import type { TextCheck } from "../check.ts";
import { atHeading, atValue } from "../finding.ts";

export const authorMissing: TextCheck = {
  code: "author-missing",
  severity: "warning",
  rule: "The preamble names the authors (R1.2).",
  reads: "head",
  find: ({ fields, preamble, titleHeading, document }) => {
    if (preamble.fields.length === 0 || document.authors.length > 0) return [];
    const field = fields.get("author");
    return [
      {
        ...(field ? atValue(field) : atHeading(titleHeading?.heading)),
        message: "the preamble names no author",
        fix: "add `- **Author(s)**: Name (@handle)`",
      },
    ];
  },
};

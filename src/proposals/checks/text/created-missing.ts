import type { TextCheck } from "../check.ts";
import { atHeading, atValue } from "../finding.ts";

export const createdMissing: TextCheck = {
  code: "created-missing",
  severity: "warning",
  rule: "The preamble has the day on which the proposal was first written (R1.2).",
  reads: "head",
  find: ({ fields, preamble, titleHeading }) => {
    const field = fields.get("created");
    if (preamble.fields.length === 0 || (field !== undefined && field.value !== "")) return [];
    return [
      {
        ...(field ? atValue(field) : atHeading(titleHeading?.heading)),
        message: "the preamble has no Created day",
        fix: "add `- **Created**: YYYY-MM-DD`",
      },
    ];
  },
};

import type { TextCheck } from "../check.ts";
import { atHeading, atValue } from "../finding.ts";

export const statusMissing: TextCheck = {
  code: "status-missing",
  severity: "error",
  rule: "The preamble has a Status (R1.2).",
  reads: "head",
  find: ({ fields, preamble, titleHeading }) => {
    const field = fields.get("status");
    if (preamble.fields.length === 0 || (field !== undefined && field.value !== "")) return [];
    return [
      {
        ...(field ? atValue(field) : atHeading(titleHeading?.heading)),
        message: "the preamble has no Status",
        fix: "add `- **Status**: Draft`",
      },
    ];
  },
};

import type { TextCheck } from "../check.ts";
import { atHeading, atValue } from "../finding.ts";

export const typeMissing: TextCheck = {
  code: "type-missing",
  severity: "error",
  rule: "The preamble has a Type (R1.2).",
  reads: "head",
  find: ({ fields, preamble, titleHeading }) => {
    const field = fields.get("type");
    if (preamble.fields.length === 0 || (field !== undefined && field.value !== "")) return [];
    return [
      {
        ...(field ? atValue(field) : atHeading(titleHeading?.heading)),
        message: "the preamble has no Type",
        fix: "add `- **Type**: Standards Track`, or Extensions Track, Process or Informational",
      },
    ];
  },
};

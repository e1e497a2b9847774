import type { TextCheck } from "../check.ts";
import { atValue, quote } from "../finding.ts";

export const createdUnreadable: TextCheck = {
  code: "created-unreadable",
  severity: "warning",
  rule: "Created is a day of the calendar, as YYYY-MM-DD (R1.5).",
  reads: "head",
  find: ({ fields, document }) => {
    const field = fields.get("created");
    if (field === undefined || field.value === "" || document.created !== null) return [];
    return [{ ...atValue(field), message: `${quote(field.value)} is not a day as YYYY-MM-DD`, fix: "write it like 2026-03-09" }];
  },
};

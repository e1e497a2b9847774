import { fileStatuses } from "../../../domain/proposal-vocabulary.ts";
import type { TextCheck } from "../check.ts";
import { atValue, listed, quote } from "../finding.ts";

export const statusUnknown: TextCheck = {
  code: "status-unknown",
  severity: "error",
  rule: "Status is one of the eight that a proposal can have (R1.3).",
  reads: "head",
  find: ({ fields, document }) => {
    const field = fields.get("status");
    if (field === undefined || field.value === "" || document.status !== null) return [];
    return [
      {
        ...atValue(field),
        message: `${quote(field.value)} is not a status`,
        fix: `write Draft for a new proposal; the statuses are ${listed(fileStatuses)}`,
      },
    ];
  },
};

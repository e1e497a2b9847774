import { proposalTypes } from "../../../domain/proposal-vocabulary.ts";
import type { TextCheck } from "../check.ts";
import { atValue, listed, quote } from "../finding.ts";

export const typeUnknown: TextCheck = {
  code: "type-unknown",
  severity: "error",
  rule: "Type is one of the four that a proposal can have (R1.4).",
  reads: "head",
  find: ({ fields, document }) => {
    const field = fields.get("type");
    if (field === undefined || field.value === "" || document.type !== null) return [];
    return [{ ...atValue(field), message: `${quote(field.value)} is not a type`, fix: `choose one of ${listed(proposalTypes)}` }];
  },
};

import type { TextCheck } from "../check.ts";
import { atValue, quote } from "../finding.ts";

export const typeWording: TextCheck = {
  code: "type-wording",
  severity: "warning",
  rule: "Type is written out as the guidelines spell it (R1.4).",
  reads: "head",
  find: ({ fields, document }) => {
    const field = fields.get("type");
    if (
      field === undefined ||
      document.type === null ||
      /^[`*_\s]*$/.test(field.value.toLowerCase().replace(document.type.toLowerCase(), ""))
    )
      return [];
    return [{ ...atValue(field), message: `${quote(field.value)} is read as ${document.type}`, fix: `write \`${document.type}\`` }];
  },
};

import { fieldKey } from "../../parse-preamble.ts";
import type { TextCheck } from "../check.ts";

export const fieldRepeated: TextCheck = {
  code: "field-repeated",
  severity: "warning",
  rule: "Each field stands once; of two the first counts.",
  reads: "head",
  find: ({ preamble, fields }) =>
    preamble.fields
      .filter((field) => fields.get(fieldKey(field.name)) !== field)
      .map((field) => ({
        line: field.line,
        column: field.column,
        message: `\`${field.name}\` stands a second time; the first, at line ${fields.get(fieldKey(field.name))?.line ?? 1}, counts`,
        fix: "delete one of them",
      })),
};

import type { TextCheck } from "../check.ts";

export const preambleForm: TextCheck = {
  code: "preamble-form",
  severity: "warning",
  rule: "Fields are list items, `- **Field**: value`: other forms run together when rendered (R1.2).",
  reads: "head",
  find: ({ preamble }) => {
    const [first] = preamble.fields;
    if (first === undefined || preamble.form === "list") return [];
    const form = preamble.form === "table" ? "rows of a table" : "lines of a paragraph, which run together when rendered";
    return [
      {
        line: first.line,
        column: first.column,
        message: `the fields are ${form}`,
        fix: `make each a list item: \`- **${first.name}**: ${first.value.slice(0, 40)}\``,
      },
    ];
  },
};

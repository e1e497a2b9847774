import type { TextCheck } from "../check.ts";

/** A heading over lines such as `Status: Proposal`. */
const headings = /^(?:preamble|metadata|header|front ?matter)$/i;
const fieldLine = /^(?:Status|Type|Created|Authors?|Sponsor)\b.{0,5}:/m;

export const secondPreamble: TextCheck = {
  code: "second-preamble",
  severity: "warning",
  rule: "A file has one preamble: an older one in the body contradicts it sooner or later (V6).",
  reads: "body",
  find: ({ preamble, document }) => {
    const [stale] = preamble.stale.filter((block) => block.fields.length > 1);
    const fix = "delete it; the fields below the first heading count";
    const first = stale?.fields[0];
    if (first !== undefined)
      return [{ line: first.line, column: first.column, message: "the fields are given a second time here, and these are not read", fix }];
    const heading = document.sections.find(
      (section) => section.level > 1 && headings.test(section.heading) && fieldLine.test(section.prose),
    );
    if (heading === undefined || preamble.fields.length === 0) return [];
    return [
      {
        line: heading.line,
        column: heading.column,
        length: heading.heading.length,
        message: `${heading.heading} repeats the fields, and these are not read`,
        fix,
      },
    ];
  },
};

import type { TextCheck } from "../check.ts";
import { atHeading, quote } from "../finding.ts";

export const secondTitle: TextCheck = {
  code: "second-title",
  severity: "warning",
  rule: "Only the title is a first-level heading (R1.2).",
  reads: "body",
  find: ({ headings, titleHeading }) => {
    const [first, ...more] = headings.filter((heading) => heading.level === 1 && heading !== titleHeading?.heading);
    if (first === undefined) return [];
    const others = more.length === 0 ? "" : `, and ${more.length} more`;
    return [
      {
        ...atHeading(first),
        message: `${quote(first.text)} is a first-level heading too${others}`,
        fix: "begin it with `##`; only the title has one `#`",
      },
    ];
  },
};

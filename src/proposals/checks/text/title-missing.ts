import type { TextCheck } from "../check.ts";
import { atHeading } from "../finding.ts";

export const titleMissing: TextCheck = {
  code: "title-missing",
  severity: "error",
  rule: "The first heading holds a title after the number (R1.2).",
  reads: "head",
  find: ({ titleHeading, prefix }) =>
    titleHeading !== null && titleHeading.title === null
      ? [
          {
            ...atHeading(titleHeading.heading),
            message: "the first heading has no title",
            fix: `write it after the number: \`# ${prefix}-${titleHeading.numberText ?? "0000"}: Title\``,
          },
        ]
      : [],
};

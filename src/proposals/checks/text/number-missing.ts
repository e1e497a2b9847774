import type { TextCheck } from "../check.ts";
import { atHeading, quote } from "../finding.ts";

export const numberMissing: TextCheck = {
  code: "number-missing",
  severity: "warning",
  rule: "The first heading carries the number of the pull request, or 0000 before there is one (R1.1, R1.2).",
  reads: "head",
  find: ({ titleHeading, prefix }) => {
    if (titleHeading === null || titleHeading.title === null) return [];
    const { heading, numberText, title } = titleHeading;
    if (numberText !== null && /^\d+$/.test(numberText)) return [];
    const message =
      numberText === null ? "the first heading has no number" : `the first heading says ${quote(numberText)} where the number belongs`;
    return [
      {
        ...atHeading(heading),
        message,
        fix: `write \`# ${prefix}-0000: ${title.slice(0, 60)}\`, with the pull request's number once it has one`,
      },
    ];
  },
};

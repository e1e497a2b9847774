import { numberInFileName } from "../../title-heading.ts";
import type { TextCheck } from "../check.ts";
import { atHeading } from "../finding.ts";

export const numberHalfRenamed: TextCheck = {
  code: "number-half-renamed",
  severity: "warning",
  rule: "When 0000 is replaced by the number, it is replaced in heading and file name alike (R1.1).",
  reads: "head",
  find: ({ titleHeading, document, prefix }) => {
    if (titleHeading === null || !/^\d+$/.test(titleHeading.numberText ?? "")) return [];
    const name = numberInFileName(document.file);
    const place = atHeading(titleHeading.heading);
    if (titleHeading.number === null && name !== null) {
      return [
        { ...place, message: `the file name has the number ${name}, the heading still 0000`, fix: `write \`# ${prefix}-${name}: …\`` },
      ];
    }
    if (titleHeading.number !== null && /(?:^|\/)0+[-.][^/]*$/.test(document.file)) {
      return [
        {
          ...place,
          message: `the heading has the number ${titleHeading.number}, the file name still 0000`,
          fix: `rename the file to \`${titleHeading.number}-…\``,
        },
      ];
    }
    return [];
  },
};

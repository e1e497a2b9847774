import { numberInFileName } from "../../title-heading.ts";
import type { TextCheck } from "../check.ts";
import { atHeading } from "../finding.ts";

export const numberContradiction: TextCheck = {
  code: "number-contradiction",
  severity: "error",
  rule: "The first heading and the file name carry the same number (R1.1, R1.2).",
  reads: "head",
  find: ({ titleHeading, document }) => {
    const heading = titleHeading?.number ?? null;
    const name = numberInFileName(document.file);
    return heading !== null && name !== null && heading !== name
      ? [
          {
            ...atHeading(titleHeading?.heading),
            message: `the heading says ${heading} and the file name ${name}`,
            fix: "give both the number of the pull request",
          },
        ]
      : [];
  },
};

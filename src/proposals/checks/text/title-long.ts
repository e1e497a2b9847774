import type { TextCheck } from "../check.ts";
import { atHeading } from "../finding.ts";

const most = 100;

export const titleLong: TextCheck = {
  code: "title-long",
  severity: "warning",
  rule: `A title has at most ${most} characters, so that lists and labels can show it whole.`,
  reads: "head",
  find: ({ titleHeading }) => {
    const length = titleHeading?.title?.length ?? 0;
    return length > most
      ? [
          {
            ...atHeading(titleHeading?.heading),
            message: `the title has ${length} characters; lists show ${most}`,
            fix: "keep the subject in the title and move the rest to the Abstract",
          },
        ]
      : [];
  },
};

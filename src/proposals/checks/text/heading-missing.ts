import type { TextCheck } from "../check.ts";
import { topOfFile } from "../finding.ts";

export const headingMissing: TextCheck = {
  code: "heading-missing",
  severity: "error",
  rule: "A proposal begins with a first-level heading that names it (R1.2).",
  reads: "head",
  find: ({ titleHeading, prefix }) =>
    titleHeading === null
      ? [
          {
            ...topOfFile,
            message: "the file has no first-level heading",
            fix: `begin it with \`# ${prefix}-0000: Title\`; the pull request's number replaces 0000`,
          },
        ]
      : [],
};

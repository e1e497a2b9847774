import type { TextCheck } from "../check.ts";
import { atValue } from "../finding.ts";

export const prContradiction: TextCheck = {
  code: "pr-contradiction",
  severity: "warning",
  rule: "The number in the PR field is the proposal's, unless an Issue field says that it is older than pull requests (R1.1, V2).",
  reads: "head",
  find: ({ fields, document, titleHeading }) => {
    const field = fields.get("pr");
    const number = titleHeading?.number ?? null;
    if (field === undefined || number === null || document.pullRequest === null) return [];
    if (document.pullRequest === number || document.issue === number) return [];
    return [
      {
        ...atValue(field),
        message: `the PR field says ${document.pullRequest} and the heading ${number}`,
        fix: "give both the number of this pull request; another one belongs under `Related`",
      },
    ];
  },
};

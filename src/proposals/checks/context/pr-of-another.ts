import type { ContextCheck } from "../check.ts";
import { findField } from "../find-field.ts";
import { atValue } from "../finding.ts";

export const prOfAnother: ContextCheck = {
  code: "pr-of-another",
  severity: "warning",
  rule: "The PR field of a new proposal names the pull request that adds it (R1.2).",
  reads: "head",
  find: (document, { pullRequest, stage }) => {
    const field = findField(document, "pr");
    if (stage !== "new" || field === undefined || pullRequest === null || document.pullRequest === null) return [];
    // When the heading has the same wrong number, `number-not-pull-request` says it already.
    if (document.pullRequest === pullRequest || document.pullRequest === document.number) return [];
    return [
      {
        ...atValue(field),
        message: `the PR field says ${document.pullRequest}, and this is pull request ${pullRequest}`,
        fix: `write the address that ends in /pull/${pullRequest}`,
      },
    ];
  },
};

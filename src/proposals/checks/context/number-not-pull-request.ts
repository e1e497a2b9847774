import type { ContextCheck } from "../check.ts";
import { titlePlace } from "../title-place.ts";

export const numberNotPullRequest: ContextCheck = {
  code: "number-not-pull-request",
  severity: "error",
  rule: "The number of a new proposal is that of the pull request which adds it (R1.1).",
  reads: "head",
  find: (document, { pullRequest, stage }) =>
    stage === "new" && pullRequest !== null && document.number !== null && document.number !== pullRequest
      ? [
          {
            ...titlePlace(document),
            message: `the proposal says ${document.number}, and its pull request is ${pullRequest}`,
            fix: `use ${pullRequest} in the heading, the file name and the PR field`,
          },
        ]
      : [],
};

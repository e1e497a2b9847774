import type { ContextCheck } from "../check.ts";
import { titlePlace } from "../title-place.ts";

export const numberPending: ContextCheck = {
  code: "number-pending",
  severity: "warning",
  rule: "Once the pull request has a number, it replaces 0000 in file name, heading and PR field (R1.1).",
  reads: "head",
  find: (document, { pullRequest }) =>
    pullRequest !== null && document.number === null && document.title !== null
      ? [
          {
            ...titlePlace(document),
            message: `this proposal's number is ${pullRequest}, that of its pull request`,
            fix: `put ${pullRequest} in place of 0000 in the heading, the file name and the PR field; nothing else is affected`,
          },
        ]
      : [],
};

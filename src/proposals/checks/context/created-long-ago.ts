import { daysBetween } from "../../../kernel/days-between.ts";
import type { ContextCheck } from "../check.ts";
import { findField } from "../find-field.ts";
import { atValue } from "../finding.ts";

const longAgo = 270;

export const createdLongAgo: ContextCheck = {
  code: "created-long-ago",
  severity: "warning",
  rule: `Created is within ${longAgo} days before the pull request: most that are not have last year's figure.`,
  reads: "head",
  find: (document, { openedOn, stage }) => {
    const field = findField(document, "created");
    if (stage !== "new" || field === undefined || document.created === null || openedOn === null) return [];
    if (daysBetween(document.created, openedOn) <= longAgo) return [];
    return [
      {
        ...atValue(field),
        message: `${document.created} is long before the pull request was opened, on ${openedOn}`,
        fix: "check the year",
      },
    ];
  },
};

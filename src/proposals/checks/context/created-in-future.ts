import { daysBetween } from "../../../kernel/days-between.ts";
import type { ContextCheck } from "../check.ts";
import { findField } from "../find-field.ts";
import { atValue } from "../finding.ts";

export const createdInFuture: ContextCheck = {
  code: "created-in-future",
  severity: "warning",
  rule: "Created is not after today (R1.5).",
  reads: "head",
  find: (document, { today }) => {
    const field = findField(document, "created");
    // One day of grace: it may be tomorrow where the author lives.
    if (field === undefined || document.created === null || today === null || daysBetween(today, document.created) <= 1) return [];
    return [
      { ...atValue(field), message: `${document.created} is yet to come`, fix: "write the day on which the proposal was first written" },
    ];
  },
};

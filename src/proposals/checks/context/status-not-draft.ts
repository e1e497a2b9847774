import type { ContextCheck } from "../check.ts";
import { findField } from "../find-field.ts";
import { atValue } from "../finding.ts";

export const statusNotDraft: ContextCheck = {
  code: "status-not-draft",
  severity: "warning",
  rule: "A new proposal is a Draft; its sponsor changes the Status as decisions are taken (R2.2).",
  reads: "head",
  find: (document, { stage }) => {
    const field = findField(document, "status");
    if (stage !== "new" || field === undefined || document.status === null || document.status === "Draft") return [];
    return [
      {
        ...atValue(field),
        message: `the Status says ${document.status}, and nothing was decided on this proposal yet`,
        fix: "write `Draft`; the sponsor changes it later",
      },
    ];
  },
};

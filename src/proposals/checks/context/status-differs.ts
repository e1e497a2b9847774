import type { ProposalState } from "../../../domain/proposal-vocabulary.ts";
import { statusFor } from "../../status-line.ts";
import type { ContextCheck } from "../check.ts";
import { findField } from "../find-field.ts";
import { atValue } from "../finding.ts";

/** From here on the file is offered its new word, and Draft is none any more. */
const decided: ReadonlySet<ProposalState> = new Set(["accepted", "rejected", "final"]);

export const statusDiffers: ContextCheck = {
  code: "status-differs",
  severity: "warning",
  rule: "A new proposal is a Draft; its sponsor changes the Status as decisions are taken (R2.2), and the line decides nothing (B3).",
  reads: "head",
  find: (document, { state }) => {
    const field = findField(document, "status");
    if (state === null || field === undefined || document.status === null) return [];
    const wanted = statusFor(state);
    if (wanted === null || document.status === wanted) return [];
    if (document.status === "Draft" && !decided.has(state)) return [];
    return [
      {
        ...atValue(field),
        message: `the Status says ${document.status}, and the proposal is \`${state}\``,
        fix: decided.has(state) ? `write \`${wanted}\`` : "write `Draft`; the sponsor changes it when it is decided",
      },
    ];
  },
};

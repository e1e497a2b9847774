import type { ContextCheck } from "../check.ts";
import { findField } from "../find-field.ts";
import { atValue } from "../finding.ts";

export const sponsorNotEligible: ContextCheck = {
  code: "sponsor-not-eligible",
  severity: "warning",
  rule: "The sponsor is somebody whom the constitution lets sponsor (R4.1).",
  reads: "head",
  find: (document, { sponsors }) => {
    const field = findField(document, "sponsor");
    if (field === undefined || sponsors === null || document.sponsor.kind !== "person" || document.sponsor.handle === null) return [];
    const { handle } = document.sponsor;
    if (sponsors.has(handle.toLowerCase())) return [];
    return [
      {
        ...atValue(field),
        message: `\`${handle}\` is not among those who may sponsor a proposal`,
        fix: "ask a maintainer of the area to sponsor it, and name them here",
      },
    ];
  },
};

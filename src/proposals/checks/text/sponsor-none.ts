import type { TextCheck } from "../check.ts";
import { atHeading, atValue } from "../finding.ts";

export const sponsorNone: TextCheck = {
  code: "sponsor-none",
  severity: "warning",
  rule: "A proposal needs a sponsor to leave the state `proposal` (R2.1, R4.2).",
  reads: "head",
  find: ({ fields, preamble, titleHeading, document }) => {
    if (preamble.fields.length === 0 || document.sponsor.kind === "person") return [];
    // After a decision it is history, and a final file is not edited (R1.8).
    if (document.status !== null && document.status !== "Draft" && document.status !== "In-Review") return [];
    const field = fields.get("sponsor");
    if (field === undefined)
      return [
        {
          ...atHeading(titleHeading?.heading),
          message: "the preamble has no Sponsor",
          fix: "add `- **Sponsor**: None` while you look for one",
        },
      ];
    return [
      {
        ...atValue(field),
        message: "no sponsor is named yet",
        fix: "ask one or two maintainers of the area; the one who agrees is named here by @handle",
      },
    ];
  },
};

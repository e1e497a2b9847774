import type { TextCheck } from "../check.ts";
import { atValue, quote } from "../finding.ts";

export const sponsorUnreadable: TextCheck = {
  code: "sponsor-unreadable",
  severity: "warning",
  rule: "Sponsor is a person's GitHub handle, or None (R1.5).",
  reads: "head",
  find: ({ fields, document }) => {
    const field = fields.get("sponsor");
    if (field === undefined || document.sponsor.kind !== "person" || document.sponsor.handle !== null) return [];
    return [
      {
        ...atValue(field),
        message: `${quote(field.value)} names no GitHub handle`,
        fix: "write `Name (@handle)`, or `None` while you look for a sponsor",
      },
    ];
  },
};

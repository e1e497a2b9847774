import type { TextCheck } from "../check.ts";
import { atHeading } from "../finding.ts";

export const preambleMissing: TextCheck = {
  code: "preamble-missing",
  severity: "error",
  rule: "A list of fields stands between the first heading and the Abstract (R1.2).",
  reads: "head",
  find: ({ preamble, titleHeading }) =>
    preamble.fields.length > 0
      ? []
      : [
          {
            ...atHeading(titleHeading?.heading),
            message: "no fields follow the first heading: Status, Type, Created, Author(s), Sponsor and PR are not known",
            fix: "add them below it as a list, the first being `- **Status**: Draft`",
          },
        ],
};

import { parseReference } from "../../parse-reference.ts";
import type { TextCheck } from "../check.ts";
import { atValue, quote } from "../finding.ts";

export const prUnfilled: TextCheck = {
  code: "pr-unfilled",
  severity: "warning",
  rule: "The PR field holds the pull request's address, without the template's braces (R1.2, V3).",
  reads: "head",
  find: ({ fields, titleHeading }) => {
    const field = fields.get("pr");
    // Before the pull request has a number, 0000 stands in all three places (R1.1).
    if (field === undefined || !parseReference(field.value).unfilled || (titleHeading?.number ?? null) === null) return [];
    return [
      {
        ...atValue(field),
        message: `the PR field still reads ${quote(field.value)}`,
        fix: `write the address that ends in /pull/${titleHeading?.number}`,
      },
    ];
  },
};

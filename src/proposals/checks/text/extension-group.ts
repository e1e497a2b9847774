import type { TextCheck } from "../check.ts";
import { atHeading } from "../finding.ts";

export const extensionGroup: TextCheck = {
  code: "extension-group",
  severity: "warning",
  rule: "An Extensions Track proposal names the Working Group that is responsible (R2.6).",
  reads: "body",
  find: ({ document, lines, titleHeading }) =>
    document.type === "Extensions Track" && !lines.some((line) => /\bworking[ -]group\b|\bWGs?\b/i.test(line))
      ? [
          {
            ...atHeading(titleHeading?.heading),
            message: "no Working Group is named as responsible for this extension",
            fix: "say which Working Group stands behind it",
          },
        ]
      : [],
};

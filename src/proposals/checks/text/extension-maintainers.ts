import type { TextCheck } from "../check.ts";
import { atHeading } from "../finding.ts";

export const extensionMaintainers: TextCheck = {
  code: "extension-maintainers",
  severity: "warning",
  rule: "An Extensions Track proposal names the maintainers of the extension (R2.6).",
  reads: "body",
  find: ({ document, lines, titleHeading }) =>
    document.type === "Extensions Track" && !lines.some((line) => /\bmaintain(?:ers?|ed by)\b/i.test(line))
      ? [
          {
            ...atHeading(titleHeading?.heading),
            message: "nobody is named as maintainer of this extension",
            fix: "say who will maintain it, by @handle",
          },
        ]
      : [],
};

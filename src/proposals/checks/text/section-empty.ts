import type { TextCheck } from "../check.ts";
import { isBlank, openingSections } from "../opening-sections.ts";

export const sectionEmpty: TextCheck = {
  code: "section-empty",
  severity: "warning",
  rule: "A section of the format says something, if only why there is nothing to say (R1.6).",
  reads: "body",
  find: ({ document }) =>
    openingSections(document.sections)
      .filter(({ all }) => all.every(isBlank))
      .map(({ section }) => ({
        line: section.line,
        column: section.column,
        length: section.heading.length,
        message: `nothing stands under ${section.heading}`,
        fix: "write it, or say in a sentence why there is nothing to say",
      })),
};

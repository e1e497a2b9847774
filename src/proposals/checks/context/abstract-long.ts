import type { ContextCheck } from "../check.ts";

const countWords = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export const abstractLong: ContextCheck = {
  code: "abstract-long",
  severity: "warning",
  rule: "The Abstract is short enough to be read first (R1.6: about 200 words; the limit is project.yml's).",
  reads: "body",
  find: (document, { abstractWords }) => {
    const sections = document.sections.filter((section) => section.kind === "abstract");
    const [first] = sections;
    const words = sections.reduce((sum, section) => sum + countWords(section.prose), 0);
    if (first === undefined || words <= abstractWords) return [];
    const { line, column, heading } = first;
    return [
      {
        line,
        column,
        length: heading.length,
        message: `the Abstract has ${words} words; ${abstractWords} is the limit`,
        fix: "say what changes and why, and leave details to the sections below",
      },
    ];
  },
};

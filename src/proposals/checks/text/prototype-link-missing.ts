import type { TextCheck } from "../check.ts";
import { isBlank } from "../opening-sections.ts";
import { unfinished } from "./unfinished-text.ts";

export const prototypeLinkMissing: TextCheck = {
  code: "prototype-link-missing",
  severity: "warning",
  rule: "Reference Implementation links to code that runs: acceptance needs a prototype (R2.5).",
  reads: "body",
  find: ({ document: { type, sections, links } }) => {
    if (type !== "Standards Track" && type !== "Extensions Track") return [];
    const own = sections.filter((section) => section.kind === "reference-implementation");
    const [first] = own;
    // What is empty or unfinished has a problem of its own.
    if (first === undefined || own.every(isBlank) || own.some((section) => unfinished.test(section.prose))) return [];
    const linked = links.some(({ url, line }) => {
      const around = sections.findLast((section) => section.line <= line);
      return /^https?:\/\//i.test(url) && around?.kind === "reference-implementation";
    });
    if (linked) return [];
    const { line, column, heading } = first;
    return [
      {
        line,
        column,
        length: heading.length,
        message: `${heading} has no link to code`,
        fix: "link the branch, pull request or repository of a prototype that runs",
      },
    ];
  },
};

import type { SectionKind } from "../../../domain/proposal-vocabulary.ts";
import { sectionKindOf } from "../../section-kind.ts";
import type { TextCheck } from "../check.ts";

/** Compatibility, security and implementation come last, in whatever order: real proposals vary there, and readers manage. */
const rank: Readonly<Record<SectionKind, number>> = {
  abstract: 0,
  motivation: 1,
  specification: 2,
  rationale: 3,
  "backward-compatibility": 4,
  "security-implications": 4,
  "reference-implementation": 4,
};

export const sectionOrder: TextCheck = {
  code: "section-order",
  severity: "warning",
  rule: "Abstract, Motivation, Specification and Rationale come in this order, before the rest (R1.6).",
  reads: "body",
  find: ({ document, headings, titleHeading }) => {
    const body = document.sections.filter((section) => section.line !== titleHeading?.heading.line);
    const main = Math.min(
      ...headings.filter((heading) => heading !== titleHeading?.heading && sectionKindOf(heading.text) !== null).map(({ level }) => level),
    );
    let latest: { rank: number; heading: string } | null = null;
    for (const { heading, level, line, column } of body) {
      const kind = sectionKindOf(heading);
      if (kind === null || level !== main) continue;
      if (latest !== null && rank[kind] < latest.rank) {
        const message = `${heading} stands after ${latest.heading}, where readers expect it before`;
        return [{ line, column, length: heading.length, message, fix: "put the sections in the order of the format" }];
      }
      latest = { rank: rank[kind], heading };
    }
    return [];
  },
};

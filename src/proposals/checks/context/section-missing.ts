import type { SectionKind } from "../../../domain/proposal-vocabulary.ts";
import type { ContextCheck } from "../check.ts";
import { listed } from "../finding.ts";
import { titlePlace } from "../title-place.ts";

/** Headings as the format spells them (R1.6). */
const names: Readonly<Record<SectionKind, string>> = {
  abstract: "Abstract",
  motivation: "Motivation",
  specification: "Specification",
  rationale: "Rationale",
  "backward-compatibility": "Backward Compatibility",
  "security-implications": "Security Implications",
  "reference-implementation": "Reference Implementation",
};

export const sectionMissing: ContextCheck = {
  code: "section-missing",
  severity: "warning",
  rule: "A proposal has the sections that its type requires (R1.6).",
  reads: "body",
  find: (document, { types, change }) => {
    const rules = document.type === null ? undefined : types[document.type];
    if (rules === undefined) return [];
    const breaking = change === "breaking" ? rules["required-for-breaking"] : [];
    const present = new Set(document.sections.map((section) => section.kind));
    const missing = [...new Set([...rules.required, ...breaking])].filter((kind) => !present.has(kind)).map((kind) => names[kind]);
    if (missing.length === 0) return [];
    return [
      {
        ...titlePlace(document),
        message: `${listed(missing)} ${missing.length === 1 ? "is a section" : "are sections"} that this ${document.type} proposal still needs`,
        fix: `add ${missing.length === 1 ? `\`## ${missing[0]}\`` : "them"}; a sentence is enough where there is little to say`,
      },
    ];
  },
};

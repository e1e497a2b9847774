import { describe, expect, test } from "@jest/globals";
import type { SectionKind } from "../domain/proposal-vocabulary.ts";
import { sectionKindOf } from "./section-kind.ts";

const wordings: readonly (readonly [string, SectionKind | null])[] = [
  ["Abstract", "abstract"],
  ["ABSTRACT:", "abstract"],
  ["1. Summary", "abstract"],
  ["Motivation and Background", "motivation"],
  ["3. Specification", "specification"],
  ["3.1 Specification Changes", "specification"],
  ["III. Specification", "specification"],
  ["§ 4 Specification", "specification"],
  ["Section 4: Specification", "specification"],
  ["Specification (normative)", "specification"],
  ["Proposed State", "specification"],
  ["Rationale", "rationale"],
  ["**Rationale**", "rationale"],
  ["Rationale & Alternatives", "rationale"],
  ["Backward Compatibility", "backward-compatibility"],
  ["Backwards Compatibility", "backward-compatibility"],
  ["Backwards-Compatibility", "backward-compatibility"],
  ["Backward Compatibility and Migration", "backward-compatibility"],
  ["Breaking Changes", "backward-compatibility"],
  ["Security Implications", "security-implications"],
  ["8. Security Considerations", "security-implications"],
  ["Security & Privacy Considerations", "security-implications"],
  ["Safety Considerations", "security-implications"],
  ["Reference Implementation", "reference-implementation"],
  ["Reference Implementations", "reference-implementation"],
  ["Prototype Implementation", "reference-implementation"],
  ["Prototype", "reference-implementation"],
  ["Specification text is authoritative", null],
  ["Security Best Practices", null],
  ["Client Security Requirements", null],
  ["Implementation", null],
  ["Implementation Guidance", null],
  ["What the prototype does not yet do", null],
  ["5. Message Flow", null],
  ["Preamble", null],
  ["", null],
  [`${"1.".repeat(5000)} Abstract`, null],
];

describe("kind of a section", () => {
  test.each(wordings)("%s opens %s", (heading, kind) => {
    expect(sectionKindOf(heading)).toBe(kind);
  });
});

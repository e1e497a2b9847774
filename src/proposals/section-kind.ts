import type { SectionKind } from "../domain/proposal-vocabulary.ts";

/** V11: the wordings found in real files, and those of neighbouring communities. Matched against the whole heading. */
const wordings: readonly (readonly [SectionKind, RegExp])[] = [
  ["abstract", /^(?:abstract|(?:executive )?summary|tl;?dr)$/],
  [
    "motivation",
    /^(?:motivations?(?: (?:and|&) (?:background|context|goals|use cases))?|(?:background|context) (?:and|&) motivation|problem statement)$/,
  ],
  [
    "specification",
    /^(?:(?:technical |protocol |proposed )?specifications?(?: (?:changes|details|text|text changes))?|proposed changes?|normative text)$/,
  ],
  ["rationale", /^(?:(?:design )?rationale(?: (?:and|&) (?:alternatives|design decisions)(?: considered)?)?|design decisions)$/],
  [
    "backward-compatibility",
    /^(?:backwards?[ -]compatib(?:ility|le)(?: (?:considerations|impact|(?:and|&) migration))?|compatibility(?: considerations| (?:and|&) migration)?|breaking changes?|compatibility and breaking changes)$/,
  ],
  [
    "security-implications",
    /^(?:security(?: (?:(?:and|&) privacy|implications?|considerations?|impact|analysis|model))*|(?:privacy (?:and|&) security)(?: (?:implications?|considerations?))?)$/,
  ],
  [
    "reference-implementation",
    /^(?:(?:reference|prototype) implementations?|prototypes?|implementations?(?: status)?|reference implementations? (?:and|&) prototypes?)$/,
  ],
];

/** `3.`, `3.1`, `III.`, `§ 4`, `Section 4:` before a heading's own words. */
const numbering = /^(?:(?:section|part)\s+)?(?:§\s*)?(?:\d+(?:\.\d+)*|[ivx]+(?=[.)]))[.):]?\s+/;

/** The section of R1.6 that a heading opens, whatever its wording, or null. */
export function sectionKindOf(heading: string): SectionKind | null {
  const plain = heading
    .toLowerCase()
    .replace(/\([^)]*\)\s*$/, "")
    .replace(/[*_`]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(numbering, "")
    .replace(/[\s:.\-–—]+$/, "");
  return wordings.find(([, wording]) => wording.test(plain))?.[0] ?? null;
}

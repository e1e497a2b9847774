import type { SectionKind } from "../domain/proposal-vocabulary.ts";

/** The wordings of real files and of neighbouring communities, matched against a whole heading. */
const wordings: readonly (readonly [SectionKind, RegExp])[] = [
  ["abstract", /^(?:abstract|(?:executive )?summary|tl;?dr)$/],
  [
    "motivation",
    /^(?:motivations?(?: and (?:background|context|goals|use cases))?|(?:background|context) and motivation|problem statement)$/,
  ],
  [
    "specification",
    /^(?:(?:technical |protocol |proposed )?specifications?(?: (?:changes|details|text|text changes))?|proposed (?:changes?|solution|state|specification)|normative (?:text|specification))$/,
  ],
  ["rationale", /^(?:(?:design )?rationale(?: and (?:alternatives|design decisions)(?: considered)?)?|design decisions)$/],
  [
    "backward-compatibility",
    /^(?:backwards? ?compatib(?:ility|le)(?: considerations| impact| and (?:migration|deprecation))?|compatibility(?: considerations| and migration| and breaking changes)?|breaking changes?)$/,
  ],
  [
    "security-implications",
    /^(?:(?:security|safety)(?: and (?:privacy|safety|security|trust))?|privacy and security)(?: (?:implications?|considerations?|impact|analysis|model))?$/,
  ],
  [
    "reference-implementation",
    /^(?:(?:reference|prototype|sample) implementations?|prototypes?)(?: (?:status|and prototypes?|and demos?))?$/,
  ],
];

/** `3.`, `3.1`, `III.`, `§ 4`, `Section 4:` before a heading's own words. */
const numbering = /^(?:(?:section|part)\s)?(?:§\s?)?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[ivx]{1,5}(?=[.):]))[.):]?\s+/;

/** A part of every wording: most headings have none. */
const hint = /abst|summ|tl;?dr|motiv|problem|spec|propos|normat|ration|decision|compat|break|secur|safe|privacy|implem|protot/i;

/** The section of R1.6 that a heading opens, whatever its wording, or null. */
export function sectionKindOf(heading: string): SectionKind | null {
  // No known wording is near this length; it bounds the work on hostile headings.
  if (heading.length > 120 || !hint.test(heading)) return null;
  const plain = heading
    .toLowerCase()
    .replace(/[*_`~]/g, "")
    .replace(/&/g, " and ")
    .replace(/[-/\s]+/g, " ")
    .trim()
    .replace(numbering, "")
    .replace(/\s?\([^()]*\)$/, "")
    .replace(/[\s:.–—]+$/, "");
  return wordings.find(([, wording]) => wording.test(plain))?.[0] ?? null;
}

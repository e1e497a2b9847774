import type { DomainScore, Evidence, EvidenceKind } from "../../domain/classification.ts";
import type { SpecificationIndex } from "../index-spec/index.ts";
import type { Declaration } from "./declared-evidence.ts";
import type { Definition } from "./definition-evidence.ts";
import type { DomainExclusion } from "./exclusion-evidence.ts";
import type { NameLexicon } from "./name-lexicon.ts";
import { isRegister } from "./path-evidence.ts";
import type { Reading } from "./reader.ts";

/** A domain with at least this part of the primary's score would have to change as well. */
const strongSecond = 0.35;
const clearShare = 0.5;
/** A part of the specification is another domain's when it says at least so much for it, and so little for the primary. */
const ridingPart = { score: 12, own: 0.4 } as const;

const shownHeading = 80;

export interface TouchInput {
  readonly reading: Reading;
  /** Best first; the first is primary. */
  readonly ranked: readonly DomainScore[];
  readonly declared: readonly Declaration[];
  /** What domains leave out and the proposal is about all the same. */
  readonly exclusions: readonly DomainExclusion[];
}

/**
 * Domains whose own text or schema would change too, each with why. To mention another domain's names, or to show its
 * messages, touches nothing; to give its types a field or its methods a new one does, and so does a part of its own.
 */
export function findTouched(input: TouchInput, names: NameLexicon, index: SpecificationIndex): Map<string, Evidence[]> {
  const { reading, ranked, declared, exclusions } = input;
  const primary = ranked[0]?.id ?? "";
  const touched = new Map<string, Evidence[]>();
  const add = (domain: string, kind: EvidenceKind, text: string, line: number | null = null): void => {
    if (domain !== primary) touched.set(domain, [...(touched.get(domain) ?? []), { kind, text: `touched: ${text}`, weight: 0, line }]);
  };
  const best = ranked[0]?.score ?? 0;
  for (const { id, score } of ranked) if (score > 0 && score >= strongSecond * best) add(id, "similarity", `much of the text is about it`);
  for (const { kind, name, shares } of reading.changed) {
    for (const [domain, share] of shares) if (kind === "path" || share >= clearShare) add(domain, kind, `\`${name}\` changes`);
  }
  for (const { domain, text, line } of declared) add(domain, "declared", text, line);
  for (const { domain, insteadOf, text, line } of exclusions) {
    if (domain === primary && insteadOf !== null) add(insteadOf, "exclusion", `\`${primary}\` ${text}`, line);
  }
  for (const definition of reading.definitions) {
    if (definition.factor < 1 || !changesSurface(definition, index)) continue;
    for (const [domain, share] of names.find(definition.name)?.shares ?? []) {
      if (share >= clearShare) add(domain, "schema", `\`${definition.name}\` changes`, definition.line);
    }
  }
  for (const { heading, line, scores } of reading.parts) {
    const [leader, score] = [...scores].sort(([, a], [, b]) => b - a)[0] ?? [primary, 0];
    if (score < ridingPart.score || (scores.get(primary) ?? 0) >= ridingPart.own * score) continue;
    add(leader, "vocabulary", `the part “${heading.slice(0, shownHeading)}” is about it`, line);
  }
  return touched;
}

/** A field for an existing type, or a method that does not exist yet. */
function changesSurface({ name, kind, newFields }: Definition, index: SpecificationIndex): boolean {
  if (kind === "method") return !Object.hasOwn(index.names, name);
  return newFields.length > 0 && !isRegister(name);
}

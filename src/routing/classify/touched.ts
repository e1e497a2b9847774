import type { SpecificationIndex } from "../index-spec/index.ts";
import type { Declaration } from "./declared-evidence.ts";
import type { Definition } from "./definition-evidence.ts";
import type { DomainShares } from "./domain-pages.ts";
import type { DomainExclusion } from "./exclusion-evidence.ts";
import type { NameLexicon } from "./name-lexicon.ts";

/** A domain with at least this part of the primary's score would have to change as well. */
const strongSecond = 0.35;
const clearShare = 0.5;

interface TouchInput {
  readonly scores: ReadonlyMap<string, number>;
  readonly primary: string;
  readonly definitions: readonly Definition[];
  /** Domains of the files that the pull request changes. */
  readonly changed: readonly DomainShares[];
  readonly declared: readonly Declaration[];
  /** What domains leave out and the proposal is about all the same. */
  readonly exclusions: readonly DomainExclusion[];
}

/**
 * Domains whose own text or schema would change too (D3). To mention another domain's names, or to show its messages,
 * touches nothing; to give its types a field or its methods a new one does.
 */
export function findTouched(
  { scores, primary, definitions, changed, declared, exclusions }: TouchInput,
  names: NameLexicon,
  index: SpecificationIndex,
): Set<string> {
  const touched = new Set<string>();
  const best = scores.get(primary) ?? 0;
  for (const [domain, score] of scores) if (score > 0 && score >= strongSecond * best) touched.add(domain);
  for (const shares of changed) for (const [domain] of shares) touched.add(domain);
  for (const { domain } of declared) touched.add(domain);
  for (const { domain, insteadOf } of exclusions) if (domain === primary && insteadOf !== null) touched.add(insteadOf);
  for (const definition of definitions) {
    if (definition.factor < 1 || !changesSurface(definition, index)) continue;
    for (const [domain, share] of names.find(definition.name)?.shares ?? []) if (share >= clearShare) touched.add(domain);
  }
  touched.delete(primary);
  return touched;
}

/** A field for an existing type, or a method that does not exist yet. Every feature enters its own key among the capabilities. */
function changesSurface({ name, kind, newFields }: Definition, index: SpecificationIndex): boolean {
  if (kind === "method") return !Object.hasOwn(index.names, name);
  return newFields.length > 0 && !name.endsWith("Capabilities");
}

import { limits } from "../reading/constitution-file.ts";
import { nearName } from "../reading/near-name.ts";
import { quote } from "../reading/quote.ts";
import { type Reference, references } from "../reading/references.ts";
import type { Checked, Finding } from "./rule.ts";

interface Wording {
  /** `person`, as the sentence names it. */
  readonly noun: string;
  /** Where such names are defined. */
  readonly where: string;
  /** What to do when no known name is close. */
  readonly fix: (name: string) => string;
  /** A name whose absence is reported once, elsewhere. */
  readonly except?: string;
}

/** References of one kind to names that nothing defines. Where the defining file cannot be read, none: nobody can tell. */
export function unknownReferences(checked: Checked, kind: Reference["kind"], wording: Wording): readonly Finding[] {
  const known = checked.names[kind] ?? [];
  const unknown = referencesToNothing(checked, kind).filter(({ name }) => name !== wording.except);
  return unknown.map(({ name, file, at }, index) => {
    // Looking for near names is dear; a hundred are enough for anybody.
    const near = index < limits.problems ? nearName(name, known) : null;
    const hint = near === null ? "" : `; did you mean ${quote(near)}?`;
    const message = `no ${wording.noun} ${quote(name)} in ${wording.where}${hint}`;
    return { file, at, message, fix: near === null ? wording.fix(name) : `write ${quote(near)}, or ${wording.fix(name)}` };
  });
}

export function referencesToNothing({ written, names }: Checked, kind: Reference["kind"]): readonly Reference[] {
  // GitHub does not tell the letter case of logins apart (F15).
  const spelt = (name: string): string => (kind === "person" ? name.toLowerCase() : name);
  const defined = names[kind];
  if (defined === null) return [];
  const known = new Set([...defined].map(spelt));
  return references(written).filter((reference) => reference.kind === kind && !known.has(spelt(reference.name)));
}

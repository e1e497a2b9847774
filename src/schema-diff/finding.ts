/** What may differ between two versions of a schema, and whether it breaks who conforms today. */
export const findingKinds = {
  "removed-type": true,
  "renamed-type": false,
  "added-type": false,
  "retyped-type": true,
  "removed-field": true,
  "retyped-field": true,
  "new-required-field": true,
  "now-required-field": true,
  // Whoever reads the field today may find it missing.
  "now-optional-field": true,
  "added-optional-field": false,
  "removed-enum-value": true,
  "added-enum-value": false,
  "removed-union-member": true,
  "added-union-member": false,
  "closed-type": true,
  "opened-type": false,
  "tightened-limit": true,
  "removed-limit": false,
} as const;
export type FindingKind = keyof typeof findingKinds;

export interface SchemaDifference {
  readonly kind: FindingKind;
  /** `Tool`, `Tool.name`, `Tool.icons[].src`; an enumeration's value stands after `=`. */
  readonly name: string;
  readonly breaking: boolean;
}

export function difference(kind: FindingKind, name: string): SchemaDifference {
  return { kind, name: name.length > 200 ? `${name.slice(0, 199)}…` : name, breaking: findingKinds[kind] };
}

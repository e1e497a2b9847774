import type { ClauseRef, Governance } from "../governance/index.ts";

/** Where the rule of this name stands, as `procedures.yml:14`: `act-on-own`, `procedures/wg-vote`, `escalation`; null where it is a default. */
export function clauseOf(name: string, { governance }: { readonly governance: Governance }): ClauseRef | null {
  return governance.clauses.get(name) ?? null;
}

import type { DecisionRecord } from "../domain/decision.ts";
import { countPart } from "./count-part.ts";
import type { DecisionVerdict, Missing } from "./verdict.ts";

/** C5: a block stops it, whatever else; before its end nothing closes; after it, it closes once nothing is missing. */
export function judgeConsensus(
  decision: DecisionRecord,
  { late, attested }: { readonly late: boolean; readonly attested: boolean },
): DecisionVerdict {
  const missing: readonly Missing[] = [
    ...(late ? [] : [{ kind: "time" } as const]),
    ...blocks(decision),
    ...decision.parts.flatMap((part) => consents(decision, part)),
    ...(needsAttestation(decision) && !attested ? [{ kind: "attestation" } as const] : []),
  ];
  return missing.length > 0 ? { kind: "open", missing } : { kind: "ends", outcome: "carried" };
}

function blocks({ blocks: standing, removed }: DecisionRecord): readonly Missing[] {
  const persons = standing.map(({ person }) => person).filter((person) => !removed.includes(person));
  return persons.length > 0 ? [{ kind: "block", persons }] : [];
}

function consents(decision: DecisionRecord, part: DecisionRecord["parts"][number]): readonly Missing[] {
  const { rule, authority } = part;
  if (rule.kind !== "lazy-consensus") return [];
  const count = countPart(decision, part);
  const given = count.consents.length;
  if (count.short) return [{ kind: "voters", authority, needed: part.fewest }];
  if (given < rule.consents) return [{ kind: "consents", authority, needed: rule.consents, given }];
  return count.organisations < rule.organisations
    ? [{ kind: "organisations", authority, needed: rule.organisations, given: count.organisations }]
    : [];
}

/** R2.5 is asked of acceptance alone. */
function needsAttestation({ matter, proposes, parts }: DecisionRecord): boolean {
  return matter === "proposal" && proposes === "accept" && parts.some(({ rule }) => rule.kind === "lazy-consensus" && rule.attestation);
}

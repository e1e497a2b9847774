import type { LedgerEvent, LedgerFact } from "../domain/ledger-event.ts";
import { primaryDomain } from "../domain/primary-domain.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Assessment } from "./assess-proposal.ts";
import type { Happening } from "./decide/advance.ts";

const byNobody = { actor: null, source: "pass", clause: null, reason: null } as const;

/** The proposal's first entry, written once. */
export function openingFact(
  file: string,
  { author, createdAt }: Snapshot["pullRequest"],
  ledger: readonly LedgerEvent[],
): readonly Happening[] {
  if (ledger.some(({ fact }) => fact.type === "proposal-opened")) return [];
  return [{ ...byNobody, at: createdAt, fact: { type: "proposal-opened", file, author: author.login, authorId: author.id } }];
}

/** The route as it is read now, where it differs from the one recorded last. */
export function routingFact({ route, classification, change }: Assessment, now: Instant, last: LedgerFact | null): readonly Happening[] {
  const fact: LedgerFact = {
    type: "routed",
    kind: route.kind,
    group: route.group,
    domain: primaryDomain(classification)?.id ?? "",
    touched: classification.domains.filter(({ primary, touched }) => touched && !primary).map(({ id }) => id),
    change: change.class,
    reasonCodes: route.reasons.map(({ code }) => code),
  };
  return last && canonicalJson(last) === canonicalJson(fact) ? [] : [{ ...byNobody, at: now, fact }];
}

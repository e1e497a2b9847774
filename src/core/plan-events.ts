import type { LedgerEvent, LedgerFact, NewLedgerEvent } from "../domain/ledger-event.ts";
import type { Route } from "../domain/route.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import type { Instant } from "../kernel/instant.ts";

type Undated = Pick<NewLedgerEvent, "at" | "fact">;

/** The proposal's first entry, written once. */
export function openingFact(
  file: string,
  { author, createdAt }: Snapshot["pullRequest"],
  ledger: readonly LedgerEvent[],
): readonly Undated[] {
  if (ledger.some(({ fact }) => fact.type === "proposal-opened")) return [];
  return [{ at: createdAt, fact: { type: "proposal-opened", file, author: author.login, authorId: author.id } }];
}

/** The route as it is read now, where it differs from the one recorded last. */
export function routingFact(
  read: { readonly route: Route; readonly domain: string; readonly change: Extract<LedgerFact, { type: "routed" }>["change"] },
  now: Instant,
  ledger: readonly LedgerEvent[],
): readonly Undated[] {
  const { kind, group, reasons } = read.route;
  const fact: LedgerFact = {
    type: "routed",
    kind,
    group,
    domain: read.domain,
    change: read.change,
    reasonCodes: reasons.map(({ code }) => code),
  };
  const last = ledger.findLast((event) => event.fact.type === "routed")?.fact;
  return last && canonicalJson(last) === canonicalJson(fact) ? [] : [{ at: now, fact }];
}

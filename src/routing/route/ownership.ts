import { groupTitle } from "./group-title.ts";
import type { Situation } from "./situation.ts";
import { pass, reason, toCore, type Verdict } from "./verdict.ts";

/** Whose domain it is. A domain that no group owns is Core's. */
export function decideOwnership({ primary, domain, owner }: Situation): Verdict {
  if (!primary || !domain) return toCore(reason("no-domain", "No domain of the taxonomy fits.", null));
  if (!owner) return toCore(reason("unowned", `No group owns \`${domain.id}\`: it stays with Core.`, domain.clause));
  return pass(reason("owned", `\`${domain.id}\` belongs to ${groupTitle(owner)}.`, owner.scopeClause));
}

/** D5: what the owner's charter leaves out is Core's, though the domain stands. */
export function decideScope({ owner, primary, touched, exclusionsMet }: Situation): Verdict {
  if (!owner) return pass();
  const concerned = [...(primary ? [primary.id] : []), ...touched.map(({ id }) => id)];
  const named = owner.excludes.find((exclusion) => exclusion.domains.some((domain) => concerned.includes(domain)));
  const excluded = exclusionsMet[0] ?? named;
  if (!excluded) return pass();
  const subject = excluded.domains.find((domain) => concerned.includes(domain));
  const what = subject ? `it touches \`${subject}\`, and ` : "";
  return toCore(
    reason(
      "excluded-by-charter",
      `Outside the charter of ${groupTitle(owner)}: ${what}the charter leaves out "${excluded.text}".`,
      excluded.clause,
    ),
  );
}

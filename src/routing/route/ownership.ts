import type { Reason } from "../../domain/reason.ts";
import { groupTitle } from "./group-title.ts";
import type { OwnedSituation, Situation } from "./situation.ts";
import { pass, reason, toCore, type Verdict } from "./verdict.ts";

/** Why no group owns the matter: then it is Core's. */
export function explainUnowned({ domain }: Situation): Reason {
  if (!domain) return reason("no-domain", "No domain of the taxonomy fits.");
  return reason("unowned", `No group owns \`${domain.id}\`: it stays with Core.`, domain.clause);
}

/** Whose domain it is, and that the owner's charter leaves out nothing of it: what it leaves out is Core's, though the domain stands. */
export function decideScope({ owner, domain, touched, exclusionsMet }: OwnedSituation): Verdict {
  const title = groupTitle(owner);
  const owned = reason("owned", `\`${domain.id}\` belongs to ${title}.`, owner.scopeClause);
  const concerned = [domain.id, ...touched.map(({ id }) => id)];
  const named = owner.excludes.find((exclusion) => exclusion.domains.some((each) => concerned.includes(each)));
  const excluded = exclusionsMet[0] ?? named;
  if (!excluded) return pass(owned);
  const subject = excluded.domains.find((each) => concerned.includes(each));
  const what = subject ? `it touches \`${subject}\`, and ` : "";
  const text = `Outside the charter of ${title}: ${what}the charter leaves out "${excluded.text}".`;
  return toCore(owned, reason("excluded-by-charter", text, excluded.clause));
}

import type { ReservedMatter } from "../../governance/index.ts";
import type { Situation } from "./situation.ts";
import { pass, reason, type Verdict } from "./verdict.ts";

/** What no group may decide. The first matter that matches decides which authority does. */
export function decideReserved(situation: Situation): Verdict {
  const matter = situation.governance.reserved.find((candidate) => matches(candidate, situation));
  if (!matter) return pass(reason("not-reserved", "Not a reserved matter.", null));
  return { kind: "core", authority: matter.by, reasons: [reason("reserved", `Reserved: ${matter.why}`, matter.at)] };
}

/** Every condition that is given must hold; a touched domain counts as much as the primary, an unclear change also as breaking. */
function matches(matter: ReservedMatter, { primary, touched, type, change, effectiveChange, deprecates, editsFinal }: Situation): boolean {
  const concerned = [...(primary ? [primary.id] : []), ...touched.map(({ id }) => id)];
  if (matter.domains && !matter.domains.some((domain) => concerned.includes(domain))) return false;
  if (matter.types && (type === null || !matter.types.includes(type))) return false;
  if (matter.changes && !matter.changes.includes(change) && !matter.changes.includes(effectiveChange)) return false;
  if (matter.deprecation && !deprecates) return false;
  if (matter["edits-final"] && !editsFinal) return false;
  return true;
}

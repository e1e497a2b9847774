import type { Reason } from "../../domain/reason.ts";
import type { Delegation, Group } from "../../governance/index.ts";
import { organisationsOf, ownersOf, resolveElectorate } from "./electorate.ts";
import { groupTitle } from "./group-title.ts";
import type { RouteInput } from "./route-input.ts";
import { reason } from "./verdict.ts";

type Context = Pick<RouteInput, "governance" | "authors" | "sponsor" | "recused" | "today">;

/** Why the delegation's procedure could never end with yes for this proposal; null when it can. */
export function decideReach(delegation: Delegation, group: Group, context: Context): Reason | null {
  const title = groupTitle(group);
  const procedure = context.governance.procedures.get(delegation.procedure);
  if (!procedure)
    return reason("unknown-procedure", `The delegation to ${title} names a procedure that does not exist.`, delegation.clause);
  if (procedure.kind === "vote") return null;
  const { active, voters } = resolveElectorate(group, context);
  if (procedure.kind === "approval") {
    if (voters.length >= procedure.needed) return null;
    const text = `${procedure.name} needs ${procedure.needed} approvals, and ${title} has ${voters.length} voters who may give one.`;
    return reason("consents-out-of-reach", text, delegation.clause);
  }
  const { needed, organisations, excluding } = procedure.consents;
  const may = excluding.reduce((left, role) => without(left, role, context), voters.length < active.length ? voters : active);
  const speaksFor = organisationsOf(may, context);
  if (may.length >= needed && speaksFor >= organisations) return null;
  const text = `${procedure.name} needs ${needed} consents from ${organisations} organisations, and ${title} has ${may.length} voters of ${speaksFor} who may give one.`;
  return reason("consents-out-of-reach", text, delegation.clause);
}

function without(persons: readonly string[], role: "author" | "sponsor", { governance, authors, sponsor }: Context): readonly string[] {
  const out = ownersOf(role === "author" ? { governance, authors, sponsor: null } : { governance, authors: [], sponsor });
  return persons.filter((person) => !out.has(person));
}

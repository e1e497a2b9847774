import type { DecisionRecord } from "../../domain/decision.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Governance } from "../../governance/index.ts";
import { groupTitle } from "../../routing/route/index.ts";
import type { ProposalStatus } from "../status/status-data.ts";

/** A group or authority in plain words, for titles. */
export function plainBody(id: string, { groups, authorities }: Governance): string {
  const group = groups.get(id);
  return group ? groupTitle(group) : (authorities.get(id)?.name ?? id);
}

export function plainBodies(ids: readonly string[], governance: Governance): string {
  return ids.map((id) => plainBody(id, governance)).join(" and ") || "nobody";
}

export const authoritiesOf = ({ parts }: DecisionRecord): readonly string[] => parts.map(({ authority }) => authority);

/** The body that decides when the matter is Core's. */
export function coreOf({ route, governance }: Pick<ProposalStatus, "route" | "governance">): string {
  return route.authority ?? governance.project.escalation?.to ?? "core-maintainers";
}

/** Core decides: by the route, or by an act that took the matter there. */
export const isCores = ({ route, record }: Pick<ProposalStatus, "route" | "record">): boolean =>
  route.kind === "core" || record.coreDecides;

/** Who accepted or rejected it, in plain words. */
export function plainDeciders(data: ProposalStatus): string {
  const { record, governance } = data;
  const decision = decisiveOf(record);
  const entered = record.entered.findLast(({ ended, verdict }) => ended?.how === "took-effect" && verdict !== "return");
  if (entered && (decision?.closed?.at ?? "") < (entered.ended?.at ?? "")) return plainBody(coreOf(data), governance);
  return decision ? plainBodies(authoritiesOf(decision), governance) : plainBody(coreOf(data), governance);
}

/** The decision on the proposal that ended last with a result. */
export function decisiveOf({ decisions }: ProposalRecord): DecisionRecord | null {
  const settled = decisions.filter(({ matter, closed }) => matter === "proposal" && closed !== null && isResult(closed.outcome));
  return settled.at(-1) ?? null;
}

const isResult = (outcome: string) => outcome === "carried" || outcome === "rejected";

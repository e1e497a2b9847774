import type { DecisionRecord } from "../domain/decision.ts";
import type { KnownProposal } from "./known-proposal.ts";

/** The decision that stands in front: what is decided comes before what is recommended. */
export function openDecision({ record }: Pick<KnownProposal, "record">): DecisionRecord | null {
  const open = record.decisions.filter(({ closed }) => closed === null);
  return open.find(({ matter }) => matter !== "recommendation") ?? open[0] ?? null;
}

/** Ids of the bodies that decide the proposal: those of the decision that is open on it, else those of the route. Empty when nobody does yet. */
export function whoDecides({ route, record }: Pick<KnownProposal, "route" | "record">): readonly string[] {
  const open = openDecision({ record });
  if (open?.matter === "proposal") return open.parts.map(({ authority }) => authority);
  if (route === null) return [];
  if (route.kind === "core") return route.authority === null ? [] : [route.authority];
  return route.group === null ? [] : [route.group, ...route.jointWith];
}

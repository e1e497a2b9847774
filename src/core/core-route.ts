import type { Route } from "../domain/route.ts";
import type { Governance } from "../governance/index.ts";

/** The route of a proposal that an act (a veto, an escalation, `/route core`) took to Core: the group is heard, and recommends. */
export function toCoreRoute(route: Route, { authorities }: Governance): Route {
  if (route.kind === "core") return route;
  const authority = authorities.get("core-maintainers");
  return {
    ...route,
    kind: "core",
    authority: authority?.id ?? "core-maintainers",
    jointWith: [],
    consulted: [...new Set([...route.jointWith, ...route.consulted])],
    procedure: authority?.procedure ?? "",
    oversight: null,
    reasons: [...route.reasons, { code: "sent-to-core", text: "It was sent to Core by a recorded act.", clause: null }],
  };
}

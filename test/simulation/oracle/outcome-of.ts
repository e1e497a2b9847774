/** What anybody can see after a pass. */

import type { SimOutcome } from "../history.ts";
import { isUnconfirmed, type World } from "./world.ts";

export function outcomeOf(world: World, now: number): SimOutcome {
  const open = world.decision ?? world.recommendation;
  const held = [...world.holds.values()].some((until) => until >= now);
  const unconfirmed = isUnconfirmed(world);
  return {
    state: world.state,
    group: world.group,
    sponsor: world.sponsor,
    open:
      open === null
        ? null
        : {
            procedure: open.procedure,
            proposes: open.proposes,
            endsAt: open.endsAt,
            yes: [...open.yes].sort(),
            no: [...open.no].sort(),
            abstain: [...open.abstain].sort(),
            blocks: [...open.blocks].sort(),
          },
    oversight: world.oversight === null ? null : (world.oversight.until ?? "approval"),
    escalated: world.escalation !== null,
    leadVeto: world.leadVeto,
    held,
    unconfirmed,
    queued: (world.state === "in-review" && world.ready) || (world.state === "draft" && world.preReview),
    gate: world.state === "final" && !held && !world.leadVeto && !unconfirmed ? "green" : "closed",
  };
}

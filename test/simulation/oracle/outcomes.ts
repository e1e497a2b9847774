/** What follows when a decision ends: oversight, contest, and what Core's word does (V5, V6, G1, G4, E1). */

import { addBusinessDays } from "./calendar.ts";
import { type Decision, endEverythingOpen, type Side, undoDecision, type World } from "./world.ts";

export function closeForGroup(world: World, decision: Decision, side: Side, at: number): void {
  const rules = decision.rules;
  endEverythingOpen(world);
  world.state = side === "accept" ? "accepted" : "rejected";
  if (side === "accept") {
    world.acceptedBy = "group";
    world.acceptedTexts = new Set([world.head.normative]);
  }
  const until =
    rules.oversight.kind === "approval" ? null : addBusinessDays(at, rules.oversight.businessDays, rules.timeZone, rules.holidays);
  world.oversight = { until, involved: new Set(decision.involved) };
  if (decision.procedure === "group-vote") {
    const voters = new Set(decision.parts.flatMap((part) => [...part.voters]));
    world.contest = { since: at, until: addBusinessDays(at, rules.contestBusinessDays, rules.timeZone, rules.holidays), voters };
  }
}

export function closeForCore(world: World, outcome: "accept" | "reject" | "return", normative: number): void {
  const recommendation = world.recommendation;
  endEverythingOpen(world);
  undoDecision(world);
  if (outcome === "accept") {
    world.state = "accepted";
    world.acceptedBy = "core";
    world.acceptedTexts = new Set([normative]);
  } else if (outcome === "reject") {
    world.state = "rejected";
  } else {
    world.ready = false;
    world.recommendation = recommendation;
  }
}

/** What people settle beside the decisions: domain, class, route, who votes, holds (Q1, Q2, O6, O7, H1). */

import type { SimRules } from "../history.ts";
import { addDays } from "./calendar.ts";
import { electorate, isCore, isLead } from "./people.ts";
import { type Act, type Decision, groupsConcerned, isSponsor, isVoter, openDecisions, type World } from "./world.ts";

/** `/domain own` and `/change additive`: what the machine found, so that only a lead who is not involved adds something. */
export function confirmFinding(world: World, act: Act, what: "domain" | "class", word: string | undefined): boolean {
  if (word !== (what === "domain" ? "own" : "additive")) return false;
  if (world.decision !== null || world.recommendation !== null || world.record !== null) return false;
  if (world.state === "rejected" || world.state === "final" || world.state === "withdrawn") return false;
  if (!isLead(act.rules, groupsConcerned(world), act.person) || act.isAuthor || isSponsor(world, act)) return false;
  if (what === "domain") world.domainConfirmed = true;
  else world.classConfirmed = true;
  return true;
}

export function route(world: World, act: Act, word: string | undefined): boolean {
  if (world.state !== "proposal" && world.state !== "draft" && world.state !== "in-review") return false;
  if (world.decision !== null || world.recommendation !== null || world.record !== null || world.escalation !== null) return false;
  if (word === "core") {
    if (!isCore(act.person) && !isLead(act.rules, groupsConcerned(world), act.person)) return false;
    world.broughtToCore = true;
    return true;
  }
  if (word !== "group" || !isCore(act.person) || act.isAuthor) return false;
  world.broughtToCore = false;
  return true;
}

function dropFrom(decision: Decision, person: string): void {
  for (const part of decision.parts) part.voters.delete(person);
  for (const side of [decision.yes, decision.no, decision.abstain, decision.blocks]) side.delete(person);
}

export function recuse(world: World, act: Act): boolean {
  const person = act.person;
  if (person === null) return false;
  if (world.recused.has(person.id)) return true;
  const votes =
    openDecisions(world).some((decision) => isVoter(decision, person.id)) ||
    [...world.proposal.groups, "core"].some((who) => electorate(world.proposal, act.rules, who, world.recused).has(person.id));
  if (!votes) return false;
  world.recused.add(person.id);
  for (const decision of openDecisions(world)) {
    decision.recusedHere.set(
      person.id,
      decision.parts.filter((part) => part.voters.has(person.id)),
    );
    dropFrom(decision, person.id);
  }
  return true;
}

export function unrecuse(world: World, act: Act): boolean {
  const person = act.person;
  if (person === null || !world.recused.delete(person.id)) return false;
  for (const decision of openDecisions(world)) {
    if (decision.cast.has(person.id)) continue;
    for (const part of decision.recusedHere.get(person.id) ?? []) {
      if (electorate(world.proposal, act.rules, part.who, world.recused).has(person.id)) part.voters.add(person.id);
    }
  }
  return true;
}

/** O6: whoever the new roster leaves out is out of what is open; whoever it adds waits. */
export function followRoster(world: World, rules: SimRules): void {
  for (const decision of openDecisions(world)) {
    for (const part of decision.parts) {
      const still = electorate(world.proposal, rules, part.who, world.recused);
      for (const voter of [...part.voters]) if (!still.has(voter)) part.voters.delete(voter);
    }
    for (const person of [...decision.yes, ...decision.no, ...decision.abstain, ...decision.blocks]) {
      if (!isVoter(decision, person)) dropFrom(decision, person);
    }
  }
}

export function mayHold(world: World, act: Act): boolean {
  return isCore(act.person) || isLead(act.rules, groupsConcerned(world), act.person) || isSponsor(world, act);
}

export function hold(world: World, act: Act, hasReason: boolean): boolean {
  if (act.person === null || !hasReason || !mayHold(world, act)) return false;
  world.holds.set(act.person.id, addDays(act.at, act.rules.holdDays, act.rules.timeZone));
  return true;
}

export function unhold(world: World, act: Act, hasReason: boolean): boolean {
  if (act.person === null) return false;
  const own = world.holds.delete(act.person.id);
  if (!isCore(act.person) || !hasReason || world.holds.size === 0) return own;
  world.holds.clear();
  return true;
}

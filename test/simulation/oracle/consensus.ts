/** Lazy consensus and recommendations (O2, O4, C1-C6). */

import { addDays } from "./calendar.ts";
import { closeForGroup } from "./outcomes.ts";
import { canDecide, countOrganisations, electorate, groupById, isCore, isLead } from "./people.ts";
import { routeOf } from "./route.ts";
import { type Act, type Decision, isSponsor, isVoter, openDecisions, type World } from "./world.ts";

/** A lead who is neither author nor sponsor confirms domain and class by opening; for whoever else they must be confirmed before. */
export function confirmByOpening(world: World, act: Act, groups: readonly string[]): boolean {
  if (isLead(act.rules, groups, act.person) && !act.isAuthor && !isSponsor(world, act)) {
    world.domainConfirmed = true;
    world.classConfirmed = true;
    return true;
  }
  return world.domainConfirmed && world.classConfirmed;
}

export function propose(world: World, act: Act, words: readonly string[]): boolean {
  const [side, weight = "significant"] = words;
  if (side !== "accept" && side !== "reject") return false;
  if (weight !== "minor" && weight !== "significant") return false;
  if (world.state !== "in-review" || world.escalation !== null) return false;

  const recommends = routeOf(world, act.rules) === "core";
  if (recommends) {
    if (world.recommendation !== null) return false;
    if (world.decision !== null && world.decision.procedure !== "core-vote") return false;
  } else {
    if (openDecisions(world).length > 0 || world.record !== null) return false;
    if (world.leadVeto && side === "accept") return false;
  }
  const groups = (recommends ? world.proposal.groups.slice(0, 1) : world.proposal.groups).filter((id) => groupById(act.rules, id) !== null);
  if (groups.length === 0) return false;
  if (!isLead(act.rules, groups, act.person) && !isSponsor(world, act)) return false;
  const parts = groups.map((who) => ({ who, voters: electorate(world.proposal, act.rules, who, world.recused) }));
  if (!recommends && !parts.every(({ voters }) => canDecide(act.rules, voters, world.sponsor))) return false;
  if (!confirmByOpening(world, act, groups)) return false;

  const days = weight === "minor" ? act.rules.consensus.minorDays : act.rules.consensus.significantDays;
  const decision: Decision = {
    procedure: recommends ? "recommendation" : "consensus",
    proposes: side,
    minor: weight === "minor",
    openedAt: act.at,
    endsAt: addDays(act.at, days, act.rules.timeZone),
    deferredAt: null,
    rules: act.rules,
    parts,
    sponsor: world.sponsor,
    yes: new Set(),
    no: new Set(),
    abstain: new Set(),
    blocks: new Set(),
    cast: new Set(),
    involved: new Set(),
    recusedHere: new Map(),
    ended: false,
  };
  if (recommends) world.recommendation = decision;
  else world.decision = decision;
  return true;
}

/** C2. A blocker takes the block back first. */
export function consent(decision: Decision, person: string): boolean {
  if (decision.blocks.has(person)) return false;
  decision.yes.add(person);
  decision.cast.add(person);
  decision.involved.add(person);
  return true;
}

/** C3. */
export function block(world: World, act: Act, reason: string): boolean {
  const person = act.person;
  if (person === null || reason.trim().length < 20) return false;
  for (const decision of openDecisions(world)) {
    if (decision.procedure !== "consensus" && decision.procedure !== "recommendation") continue;
    if (!isVoter(decision, person.id)) continue;
    decision.blocks.add(person.id);
    decision.yes.delete(person.id);
    decision.cast.add(person.id);
    decision.involved.add(person.id);
    return true;
  }
  return false;
}

/** C4. */
export function unblock(world: World, act: Act, reason: string): boolean {
  const person = act.person;
  if (person === null) return false;
  for (const decision of openDecisions(world)) {
    if (decision.blocks.delete(person.id)) return true;
  }
  if (!isCore(person) || act.isAuthor || !world.everEscalated) return false;
  const words = reason.split(/\s+/).filter((word) => word !== "");
  const named = words[0]?.startsWith("@") ? words.shift()?.slice(1).toLowerCase() : undefined;
  if (words.length === 0) return false;
  let lifted = false;
  for (const decision of openDecisions(world)) {
    for (const raiser of [...decision.blocks]) {
      const logins = act.rules.people.find((one) => one.id === raiser)?.accounts.map((account) => account.login.toLowerCase()) ?? [];
      if (named !== undefined && !logins.includes(named)) continue;
      decision.blocks.delete(raiser);
      lifted = true;
    }
  }
  return lifted;
}

/** C1 and C5: whether nothing but time is missing. */
function hasWhatItNeeds(world: World, decision: Decision): boolean {
  if (decision.blocks.size > 0) return false;
  const accepts = decision.procedure === "consensus" && decision.proposes === "accept";
  if (accepts && (!world.attested || world.leadVeto)) return false;
  if (decision.procedure === "consensus" && !decision.parts.every(({ voters }) => canDecide(decision.rules, voters, decision.sponsor)))
    return false;
  if (decision.minor && !accepts) return true;
  for (const part of decision.parts) {
    const consents = [...decision.yes].filter((person) => part.voters.has(person) && person !== world.sponsor);
    if (consents.length < decision.rules.consensus.consents) return false;
    if (countOrganisations(decision.rules, consents) < decision.rules.consensus.organisations) return false;
  }
  return true;
}

/** Closes what has ended and has what it needs; `at` is its end, or the act that brought what was missing. */
export function closeConsensus(world: World, at: number): boolean {
  let closed = false;
  for (const decision of openDecisions(world)) {
    if (decision.procedure !== "consensus" && decision.procedure !== "recommendation") continue;
    if (!decision.ended || !hasWhatItNeeds(world, decision)) continue;
    closed = true;
    if (decision.procedure === "recommendation") world.recommendation = null;
    else closeForGroup(world, decision, decision.proposes, at);
  }
  return closed;
}

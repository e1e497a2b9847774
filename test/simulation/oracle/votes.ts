/** Votes of groups and of Core (O3, V1-V8). */

import type { SimRules } from "../history.ts";
import { addDays, dayOf, daysBetween, endOfDay } from "./calendar.ts";
import { confirmByOpening } from "./consensus.ts";
import { escalateFailedVote } from "./escalation.ts";
import { closeForCore, closeForGroup } from "./outcomes.ts";
import { canDecide, electorate, isAwayOn, isCore, isLead } from "./people.ts";
import { routeOf } from "./route.ts";
import { type Act, type Decision, isUnconfirmed, isVoter, type Part, type Side, type World } from "./world.ts";

export function callVote(world: World, act: Act): boolean {
  if (act.person === null || world.record !== null) return false;
  const route = routeWhileOpen(world, act.rules);
  if (isCore(act.person) && (route === "core" || world.escalation !== null)) return callCoreVote(world, act);
  if (route === "group" && world.escalation === null) return callGroupVote(world, act);
  return false;
}

/** O1: kept while a decision is open. */
export function routeWhileOpen(world: World, rules: SimRules): "group" | "core" {
  if (world.decision === null) return routeOf(world, rules);
  return world.decision.procedure === "core-vote" ? "core" : "group";
}

function callGroupVote(world: World, act: Act): boolean {
  const person = act.person;
  if (person === null || world.state !== "in-review") return false;
  const open = world.decision;
  if (open !== null && open.procedure !== "consensus") return false;
  const proposes = open?.proposes ?? "accept";
  if (world.leadVeto && proposes === "accept") return false;
  const groups = world.proposal.groups;
  const parts: Part[] = groups.map((who) => ({ who, voters: electorate(world.proposal, act.rules, who, world.recused) }));
  const votes = (id: string) => (open === null ? parts.some((part) => part.voters.has(id)) : isVoter(open, id));

  const isCaller = isLead(act.rules, groups, person);
  if (!isCaller) {
    if (!votes(person.id)) return false;
    world.askedForVote.add(person.id);
    const asking = [...world.askedForVote].filter(votes).length;
    const blocked = open !== null && open.blocks.size > 0;
    // That somebody asks is done, though nothing opens yet.
    if (!blocked && asking < 3) return true;
  }
  const opens =
    parts.every(({ voters }) => canDecide(act.rules, voters, world.sponsor)) && (open !== null || confirmByOpening(world, act, groups));
  if (!opens) {
    // What is refused was not asked.
    if (!isCaller) world.askedForVote.delete(person.id);
    return false;
  }

  world.askedForVote.clear();
  world.decision = newVote("group-vote", proposes, act, act.rules.groupVote.days, parts, open, world.sponsor);
  return true;
}

function callCoreVote(world: World, act: Act): boolean {
  const uncovered = isUnconfirmed(world) && world.state === "accepted" && world.acceptedBy !== routeOf(world, act.rules);
  if (world.leadVeto || (world.state !== "in-review" && !uncovered)) return false;
  if (!world.ready && !uncovered && world.escalation === null) return false;
  // An escalation has ended whatever the group had open; a vote of Core that is open already is not opened again.
  if (world.decision !== null) return false;
  const vote = newVote("core-vote", "accept", act, act.rules.coreVote.days, [coreOf(world, act.rules)], null, world.sponsor);
  const close = closeOfWindow(act.rules, act.at);
  if (close === "outside") return false;
  if (world.escalation !== null) {
    world.escalation = null;
    world.broughtToCore = true;
  }
  world.decision = { ...vote, deferredAt: close !== null && close < vote.endsAt ? close : null };
  return true;
}

function coreOf(world: World, rules: SimRules): Part {
  return { who: "core", voters: electorate(world.proposal, rules, "core", world.recused) };
}

/** V7. Null: no window bounds the vote. */
function closeOfWindow(rules: SimRules, at: number): number | "outside" | null {
  if (!rules.coreVote.insideReviewWindow || rules.reviewWindows.length === 0) return null;
  const day = dayOf(at, rules.timeZone);
  for (const window of rules.reviewWindows) {
    if (window.opens <= day && day <= window.closes) return endOfDay(window.closes, rules.timeZone);
  }
  return "outside";
}

function newVote(
  procedure: "group-vote" | "core-vote",
  proposes: Side,
  act: Act,
  days: number,
  parts: readonly Part[],
  ended: Decision | null,
  sponsor: string | null,
): Decision {
  return {
    procedure,
    proposes,
    minor: false,
    openedAt: act.at,
    endsAt: addDays(act.at, days, act.rules.timeZone),
    deferredAt: null,
    rules: act.rules,
    parts,
    sponsor,
    yes: new Set(),
    no: new Set(),
    abstain: new Set(),
    blocks: new Set(),
    cast: new Set(),
    involved: new Set(ended?.involved),
    recusedHere: new Map(),
    ended: false,
  };
}

/** V1. */
export function ballot(decision: Decision, person: string, side: "yes" | "no" | "abstain"): void {
  takeBallotBack(decision, person);
  decision[side].add(person);
  decision.cast.add(person);
  decision.involved.add(person);
}

export function takeBallotBack(decision: Decision, person: string): void {
  decision.yes.delete(person);
  decision.no.delete(person);
  decision.abstain.delete(person);
}

interface Count {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** Of the quorum. */
  readonly base: number;
}

function passes(rules: SimRules, count: Count): boolean {
  const tookPart = count.yes + count.no + (rules.groupVote.abstainCounts ? count.abstain : 0);
  if (tookPart + 1e-9 < rules.groupVote.quorum * count.base) return false;
  if (rules.groupVote.threshold === "majority") return count.yes > count.no;
  return count.yes > 0 && 3 * count.yes >= 2 * (count.yes + count.no);
}

function countOf(decision: Decision, part: Part): Count & { readonly silentAway: number; readonly silentHere: number } {
  const days = daysBetween(decision.openedAt, decision.endsAt, decision.rules.timeZone);
  const count = { yes: 0, no: 0, abstain: 0, base: part.voters.size, silentAway: 0, silentHere: 0 };
  for (const voter of part.voters) {
    if (decision.yes.has(voter)) count.yes += 1;
    else if (decision.no.has(voter)) count.no += 1;
    else if (decision.abstain.has(voter)) count.abstain += 1;
    else if (isAwayOn(decision.rules, voter, days)) count.silentAway += 1;
    else count.silentHere += 1;
  }
  count.base -= count.silentAway;
  return count;
}

/** V5, V8. */
function endGroupVote(world: World, decision: Decision, passed: boolean, at: number): void {
  if (passed && !(world.leadVeto && decision.proposes === "accept")) closeForGroup(world, decision, decision.proposes, at);
  else escalateFailedVote(world, at);
}

/** V2: what those who have not voted yet could still make of it, each way of it tried. */
function possibleResults(decision: Decision, part: Part): Set<boolean> {
  const now = countOf(decision, part);
  const results = new Set<boolean>();
  for (const here of waysToVote(now.silentHere)) {
    for (const away of waysToVote(now.silentAway)) {
      results.add(
        passes(decision.rules, {
          yes: now.yes + here.yes + away.yes,
          no: now.no + here.no + away.no,
          abstain: now.abstain + here.abstain + away.abstain,
          base: now.base + away.yes + away.no + away.abstain,
        }),
      );
    }
  }
  return results;
}

function waysToVote(people: number): readonly { readonly yes: number; readonly no: number; readonly abstain: number }[] {
  const ways: { readonly yes: number; readonly no: number; readonly abstain: number }[] = [];
  for (let yes = 0; yes <= people; yes += 1) {
    for (let no = 0; yes + no <= people; no += 1) {
      for (let abstain = 0; yes + no + abstain <= people; abstain += 1) ways.push({ yes, no, abstain });
    }
  }
  return ways;
}

export function closeVoteEarly(world: World, at: number): boolean {
  const decision = world.decision;
  if (decision === null || decision.procedure !== "group-vote" || !decision.rules.groupVote.earlyClose) return false;
  if (!decision.parts.every(({ voters }) => canDecide(decision.rules, voters, decision.sponsor))) return false;
  const results = decision.parts.map((part) => possibleResults(decision, part));
  if (results.every((possible) => !possible.has(false))) endGroupVote(world, decision, true, at);
  else if (results.some((possible) => !possible.has(true))) endGroupVote(world, decision, false, at);
  else return false;
  return true;
}

export function closeVoteAtItsEnd(world: World, decision: Decision, at: number): void {
  if (decision.procedure === "group-vote") {
    const passed = decision.parts.every(
      (part) => canDecide(decision.rules, part.voters, decision.sponsor) && passes(decision.rules, countOf(decision, part)),
    );
    endGroupVote(world, decision, passed, at);
    return;
  }
  if (decision.deferredAt !== null) {
    world.decision = null;
    return;
  }
  const eligible = decision.parts.reduce((sum, part) => sum + part.voters.size, 0);
  const carries = (side: ReadonlySet<string>) => side.size * 2 > eligible;
  closeForCore(world, carries(decision.yes) ? "accept" : carries(decision.no) ? "reject" : "return", world.head.normative);
}

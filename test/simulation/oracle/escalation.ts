/** Escalation to Core (E1-E5). */

import type { SimRules } from "../history.ts";
import { dayOf } from "./calendar.ts";
import { electorate, isAuthor, isAwayOn, isCore, isLead, personById } from "./people.ts";
import { type Act, endEverythingOpen, groupsConcerned, undoDecision, type World } from "./world.ts";

/** E1, V5. Nobody raised it. */
export function escalateFailedVote(world: World, at: number): void {
  open(world, world.rules, null, at);
}

function open(world: World, rules: SimRules, raiser: string | null, at: number): void {
  endEverythingOpen(world);
  world.escalation = { handler: chooseHandler(world, rules, raiser, at) };
  world.everEscalated = true;
}

/** E2. All open escalations are this one, so the login alone decides among those who may. */
function chooseHandler(world: World, rules: SimRules, raiser: string | null, at: number): string | null {
  const parties = rules.people.filter((one) => isAuthor(world.proposal, rules, one.id) || one.id === world.sponsor || one.id === raiser);
  const organisations = parties.map((one) => one.organisation);
  const openedByAStranger = !rules.people.some((one) => one.accounts.some((account) => account.accountId === world.proposal.openedBy));
  if (openedByAStranger) organisations.push(null);

  const today = dayOf(at, rules.timeZone);
  const able: { readonly id: string; readonly login: string }[] = [];
  for (const id of electorate(world.proposal, rules, "core", world.recused)) {
    const person = personById(rules, id);
    if (person === null || parties.includes(person) || isAwayOn(rules, id, [today])) continue;
    const sharesOne = person.organisation !== "independent" && organisations.includes(person.organisation);
    if (!sharesOne) able.push({ id, login: (person.accounts[0]?.login ?? "").toLowerCase() });
  }
  able.sort((a, b) => (a.login < b.login ? -1 : a.login > b.login ? 1 : 0));
  return able[0]?.id ?? null;
}

export function escalate(world: World, act: Act, words: readonly string[], routeNow: "group" | "core"): boolean {
  const person = act.person;
  const [first] = words;
  if (person === null || first === undefined) return false;
  // E5: recorded, and moves nothing here.
  if (first === "security" || first === "conduct") return true;
  if (first === "guidance" || first === "return" || first === "core") return answer(world, person.id, first, words.length > 1);

  const contest = world.contest;
  if (contest !== null && (world.state === "accepted" || world.state === "rejected")) {
    const beforeIt = act.foundLate && act.at <= contest.since;
    if (beforeIt || act.at > contest.until || !contest.voters.has(person.id)) return false;
    undoDecision(world);
    open(world, act.rules, person.id, act.at);
    return true;
  }
  if (world.state !== "in-review" || routeNow === "core") return false;
  if (!isLead(act.rules, groupsConcerned(world), person) && !isCore(person)) return false;
  if (world.escalation !== null) return true;
  open(world, act.rules, person.id, act.at);
  return true;
}

/** E3. */
function answer(world: World, person: string, word: "guidance" | "return" | "core", hasText: boolean): boolean {
  if (world.escalation === null || world.escalation.handler !== person || !hasText) return false;
  world.escalation = null;
  if (word === "core") world.broughtToCore = true;
  return true;
}

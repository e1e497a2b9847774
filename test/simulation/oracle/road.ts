/** The way of a proposal outside its decisions (S1-S7, H3). */

import type { SimRules } from "../history.ts";
import { groupById, isCore, isLead, maySponsor } from "./people.ts";
import { type Act, endEverythingOpen, groupsConcerned, isSponsor, isUnconfirmed, type World } from "./world.ts";

/** S4. */
export function becomeDraft(world: World, rules: SimRules): void {
  if (world.state !== "proposal" || world.sponsor === null) return;
  if (rules.groupRequired && world.group === null) return;
  world.state = "draft";
}

function isBody(act: Act, id: string): boolean {
  return id === "core-maintainers" || groupById(act.rules, id) !== null;
}

export function askGroup(world: World, act: Act, words: readonly string[]): boolean {
  const [id] = words;
  if (!act.isAuthor || id === undefined || !isBody(act, id)) return false;
  if (world.state !== "proposal" && world.state !== "draft" && world.state !== "in-review") return false;
  if (world.group !== null) return false;
  world.askedGroups = [...world.askedGroups.filter((one) => one !== id), id];
  return true;
}

function speaksFor(act: Act, id: string): boolean {
  if (act.isAuthor) return false;
  return id === "core-maintainers" ? isCore(act.person) : isLead(act.rules, [id], act.person);
}

export function adopt(world: World, act: Act, words: readonly string[]): boolean {
  const id = words[0] ?? bodyMeant(world, act);
  if (id === null || !isBody(act, id) || !speaksFor(act, id)) return false;
  if (world.state !== "proposal" && world.state !== "draft" && world.state !== "in-review") return false;
  if (world.group !== null) return world.group === id;
  world.group = id;
  world.askedGroups = [];
  becomeDraft(world, act.rules);
  return true;
}

/** The group that was asked last, or else the only one that the person speaks for. */
function bodyMeant(world: World, act: Act): string | null {
  const asked = world.askedGroups.findLast((id) => speaksFor(act, id));
  if (asked !== undefined) return asked;
  const led = act.rules.groups.map((group) => group.id).filter((id) => speaksFor(act, id));
  if (led.length === 0 && speaksFor(act, "core-maintainers")) return "core-maintainers";
  return led.length === 1 ? (led[0] ?? null) : null;
}

export function decline(world: World, act: Act, words: readonly string[]): boolean {
  const asked = world.askedGroups.findLast((id) => speaksFor(act, id));
  if (asked === undefined || words.length === 0) return false;
  world.askedGroups = world.askedGroups.filter((id) => id !== asked);
  return true;
}

export function sponsor(world: World, act: Act, words: readonly string[]): boolean {
  const [named] = words;
  if (named === "group") return adopt(world, act, []);
  if (named !== undefined) return adopt(world, act, [named]);
  const person = act.person;
  if (person === null || !maySponsor(act.rules, person)) return false;
  if (act.isAuthor && act.rules.sponsorOwn === "refused") return false;
  if (world.state === "dormant" || world.state === "withdrawn" || world.state === "rejected" || world.state === "final") return false;
  if (world.sponsor !== null) return world.sponsor === person.id;
  world.sponsor = person.id;
  becomeDraft(world, act.rules);
  return true;
}

export function unsponsor(world: World, act: Act): boolean {
  if (!isSponsor(world, act)) return false;
  world.sponsor = null;
  if (world.state === "draft") enterProposal(world, act.at);
  return true;
}

/** B2: people assign only themselves. */
export function assignSelf(world: World, act: Act, action: "assigned" | "unassigned"): boolean {
  return action === "assigned" ? sponsor(world, act, []) : unsponsor(world, act);
}

function enterProposal(world: World, at: number): void {
  world.state = "proposal";
  world.preReview = false;
  world.restingSince = at;
  world.asks = [];
}

export function ready(world: World, act: Act, words: readonly string[]): boolean {
  const [word] = words;
  if (!isSponsor(world, act)) return false;
  if (word === "pre") {
    if (world.state !== "draft") return false;
    world.preReview = true;
    return true;
  }
  if (word === "draft") {
    const nothingOpen = world.decision === null && world.recommendation === null && world.record === null && world.escalation === null;
    if (world.state !== "in-review" || !nothingOpen) return false;
    world.state = "draft";
    world.ready = false;
    return true;
  }
  if (word !== undefined && word !== "attested") return false;
  if (world.state !== "draft" && world.state !== "in-review") return false;
  world.state = "in-review";
  world.ready = true;
  world.preReview = false;
  if (word === "attested") world.attested = true;
  return true;
}

function rest(world: World, state: "withdrawn" | "dormant"): void {
  world.state = state;
  world.ready = false;
  world.preReview = false;
  endEverythingOpen(world);
  world.escalation = null;
  world.oversight = null;
  world.contest = null;
  world.acceptedBy = null;
  world.acceptedTexts.clear();
  world.confirmations.clear();
}

export function withdraw(world: World, act: Act): boolean {
  if (!act.isAuthor) return false;
  if (world.state === "withdrawn") return true;
  if (world.state === "rejected" || world.state === "final") return false;
  rest(world, "withdrawn");
  return true;
}

export function revive(world: World, act: Act): boolean {
  if (!act.isAuthor || (world.state !== "dormant" && world.state !== "withdrawn")) return false;
  enterProposal(world, act.at);
  world.sponsor = null;
  world.attested = false;
  return true;
}

export function close(world: World, act: Act, words: readonly string[]): boolean {
  if (act.isAuthor || words.length === 0 || !isLead(act.rules, groupsConcerned(world), act.person)) return false;
  if (world.state !== "proposal" && world.state !== "draft") return false;
  rest(world, "dormant");
  return true;
}

export function goDormant(world: World): void {
  rest(world, "dormant");
}

/** H3. */
export function final(world: World, act: Act, words: readonly string[]): boolean {
  if (!isSponsor(world, act) || words[0] !== "attested") return false;
  if (world.state === "final") return true;
  if (world.state !== "accepted" || world.oversight !== null || isUnconfirmed(world) || world.decision !== null) return false;
  world.state = "final";
  return true;
}

/** What Core and Lead Maintainers keep, and the yes to a head that changed (G1-G4, X5). */

import { countOrganisations, electorate, isCore, isLeadMaintainer } from "./people.ts";
import { routeOf } from "./route.ts";
import { type Act, endEverythingOpen, isUnconfirmed, undoDecision, type World } from "./world.ts";

/** G2 and X5: a yes where no decision asks for it. It may be both a release and a confirmation. */
export function approve(world: World, act: Act): boolean {
  if (act.person === null || act.boundTo !== world.head.normative) return false;
  const released = release(world, act);
  const confirmed = confirm(world, act);
  return released || confirmed;
}

function release(world: World, act: Act): boolean {
  const person = act.person;
  if (person === null || world.oversight === null) return false;
  if (!electorate(world.proposal, act.rules, "core", world.recused).has(person.id)) return false;
  if (person.id === world.sponsor || world.oversight.involved.has(person.id)) return false;
  if (world.oversight.until !== null && act.at > world.oversight.until) return false;
  world.oversight = null;
  return true;
}

function confirm(world: World, act: Act): boolean {
  const person = act.person;
  if (person === null || world.state !== "accepted" || !isUnconfirmed(world)) return false;
  if (person.id === world.sponsor) return false;
  const authority = routeOf(world, act.rules);
  if (authority !== world.acceptedBy) return false;

  const bodies = authority === "core" ? ["core"] : world.proposal.groups;
  const electorates = bodies.map((who) => electorate(world.proposal, act.rules, who, world.recused));
  if (!electorates.some((voters) => voters.has(person.id))) return false;
  world.confirmations.add(person.id);

  const enough = electorates.every((voters) => {
    const yes = [...world.confirmations].filter((id) => voters.has(id) && id !== world.sponsor);
    if (authority === "core") return yes.length >= 1;
    const needs = act.rules.consensus;
    return yes.length >= Math.max(1, needs.consents) && countOrganisations(act.rules, yes) >= needs.organisations;
  });
  if (enough) {
    world.acceptedTexts.add(world.head.normative);
    world.confirmations.clear();
  }
  return true;
}

export function veto(world: World, act: Act, words: readonly string[]): boolean {
  if (act.person === null || act.isAuthor || words.length === 0) return false;
  if (words[0] === "lift") {
    if (!isLeadMaintainer(act.person) || words.length < 2 || !world.leadVeto) return false;
    world.leadVeto = false;
    return true;
  }
  const inTime = world.oversight !== null && (world.oversight.until === null || act.at <= world.oversight.until);
  if (isLeadMaintainer(act.person)) return vetoOfALead(world, inTime);
  if (!isCore(act.person) || !inTime) return false;
  endEverythingOpen(world);
  undoDecision(world);
  world.broughtToCore = true;
  return true;
}

/** G3. In oversight it is a veto of Core as well: Lead Maintainers are of Core. */
function vetoOfALead(world: World, inOversight: boolean): boolean {
  const decided = world.state === "accepted" || (world.state === "rejected" && inOversight);
  if (!decided && world.state !== "in-review" && world.state !== "draft" && world.state !== "proposal") return false;
  if (inOversight) world.broughtToCore = true;
  if (decided) undoDecision(world);
  // T7: a veto that stands already is not begun anew.
  if (world.leadVeto) return true;
  world.leadVeto = true;
  endEverythingOpen(world);
  world.ready = false;
  world.preReview = false;
  return true;
}

/** Who decides (O1, and step 5 of the way from a pull request to a route). */

import type { SimRules } from "../history.ts";
import { countOrganisations, groupById, isAuthor, personById } from "./people.ts";
import type { World } from "./world.ts";

/** Chartered and led, with two voters of two organisations left, and as many as its consents ask for: else Core decides. */
function canAct(world: World, rules: SimRules, id: string): boolean {
  const group = groupById(rules, id);
  if (group === null || !group.leads.some((lead) => isSeated(rules, lead))) return false;
  const left = [...new Set([...group.leads, ...group.members])].filter(
    (person) =>
      isSeated(rules, person) && !isAuthor(world.proposal, rules, person) && person !== world.sponsor && !world.recused.has(person),
  );
  const organisations = countOrganisations(rules, left);
  const { consensus } = rules;
  return left.length >= Math.max(2, consensus.consents) && organisations >= Math.max(2, consensus.organisations);
}

function isSeated(rules: SimRules, id: string): boolean {
  const person = personById(rules, id);
  return person !== null && !person.emeritus;
}

export function routeOf(world: World, rules: SimRules): "group" | "core" {
  if (world.broughtToCore || world.proposal.route === "core") return "core";
  return world.proposal.groups.length > 0 && world.proposal.groups.every((group) => canAct(world, rules, group)) ? "group" : "core";
}

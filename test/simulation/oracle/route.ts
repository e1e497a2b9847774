/** Who decides (O1, and step 5 of the way from a pull request to a route). */

import type { SimRules } from "../history.ts";
import { countOrganisations, electorate } from "./people.ts";
import type { World } from "./world.ts";

/** Fewer than two voters or one organisation after recusals: the group cannot act, and Core decides. */
function canAct(world: World, rules: SimRules, group: string): boolean {
  const voters = electorate(world.proposal, rules, group, world.recused);
  return voters.size >= 2 && countOrganisations(rules, voters) >= 2;
}

export function routeOf(world: World, rules: SimRules): "group" | "core" {
  if (world.broughtToCore || world.proposal.route === "core") return "core";
  return world.proposal.groups.length > 0 && world.proposal.groups.every((group) => canAct(world, rules, group)) ? "group" : "core";
}
